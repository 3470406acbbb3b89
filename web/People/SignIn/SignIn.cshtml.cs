using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

public sealed class SignInModel(Accounts accounts, Throttles throttles, IGrainFactory grains, Reader reader) : PageModel
{
    /// <summary>The one answer to whatever does not fit, so that nobody learns which accounts there are.</summary>
    private static readonly Outcome NoMatch = Outcome.Refused("sign-in.no-match");

    public string? Name { get; private set; }

    /// <summary>Where to go on afterwards: a page of this site.</summary>
    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        User.FindLearnerId() is { } learner ? LocalRedirect(await NextAsync(learner)) : Page();

    public async Task<IActionResult> OnPostAsync(string? name, string? passphrase)
    {
        Name = name;
        var normalised = SignInName.Normalise(name ?? "");
        if ((throttles.Addresses.Enter(HttpContext) ?? throttles.Names.Enter(normalised)) is { } wait)
        {
            return this.TooMany(reader.Words, wait);
        }

        if (string.IsNullOrEmpty(passphrase) || passphrase.Length > PassphraseRules.Longest || await accounts.CheckAsync(normalised, passphrase) is not { } account)
        {
            return this.Refuse(reader.Words, NoMatch);
        }

        throttles.Addresses.Leave(HttpContext);
        throttles.Names.Clear(normalised);
        await Accounts.SignInAs(HttpContext, account);
        return LocalRedirect(await NextAsync(account.Learner));
    }

    /// <summary>Where one wanted to go, else the one cohort that one is in, else the front page.</summary>
    private async Task<string> NextAsync(string learner) =>
        Url.IsLocalUrl(Return) ? Return
        : await grains.Learner(learner).Get() is { Cohorts: [var only] } ? $"/c/{only}"
        : "/";
}
