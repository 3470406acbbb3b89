using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;

namespace CohortCourses.Web.Demo;

/// <summary>Signs in as one of the six, by nothing but a link.</summary>
internal static class DemoSignIn
{
    public static async Task<IResult> SignIn(HttpContext context, IGrainFactory grains, string name)
    {
        if (DemoCast.All.FirstOrDefault(person => person.Name == name) is not { } person
            || await grains.Account(SignInName.Normalise(person.Name)).Get() is not { } account)
        {
            return Results.NotFound();
        }

        await Accounts.SignInAs(context, account);
        return Results.LocalRedirect(await HomeOf(grains, account));
    }

    private static async Task<string> HomeOf(IGrainFactory grains, AccountRecord account) =>
        account.IsOrganiser ? "/organise"
        : await grains.Learner(account.Learner).Get() is { Cohorts: [var only] } ? $"/c/{only}"
        : "/";
}
