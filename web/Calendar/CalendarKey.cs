using System.Security.Claims;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Calendar;

/// <summary>
/// Lets a calendar program in by the secret in its link (<c>?key=</c>), as the learner it was made for, where the policy table
/// names <see cref="Who.CalendarKey"/>. The gate then asks as ever whether that learner is in the cohort. A key that is none of
/// ours, was revoked or belongs to another cohort answers like an address that does not exist.
/// </summary>
public sealed class CalendarKey(RequestDelegate next, PolicyTable table, IGrainFactory grains, Throttles throttles)
{
    public const string Field = "key";

    private const string SchemeName = "CalendarKey";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Query.TryGetValue(Field, out var typed)
            || context.GetEndpoint() is not RouteEndpoint route
            || table.Find(context, route)?.Who.HasFlag(Who.CalendarKey) != true)
        {
            await next(context);
            return;
        }

        if (throttles.Guesses.Wait(context) is not null)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        if (await HolderAsync(typed.ToString(), context.Request.RouteValues["cohort"] as string) is not { } learner)
        {
            throttles.Guesses.Enter(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.User = new(new ClaimsIdentity([new Claim(Claims.Learner, learner)], SchemeName, Claims.Learner, roleType: null));
        await next(context);
    }

    private async Task<string?> HolderAsync(string key, string? cohort) =>
        Secrets.LooksLikeOne(key)
        && await grains.Secret(Secrets.Hash(key)).Get() is { Kind: SecretKind.Calendar, Learner: { } learner } secret && secret.Cohort == cohort
            ? learner
            : null;
}
