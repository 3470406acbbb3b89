using CohortCourses.Contracts;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

/// <summary>Another passphrase for somebody who forgot theirs: by a link that the organiser made, and their sign-in name.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ForgottenModel(Accounts accounts, PassphraseLinks links, Throttles throttles, Reader reader) : PageModel
{
    public string? Name { get; private set; }

    /// <summary>Why there is no form to fill in.</summary>
    public string? Closed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string learner, string token) => await OpenAsync(learner, token) ?? Page();

    public async Task<IActionResult> OnPostAsync(string learner, string token, string? name, string? passphrase)
    {
        Name = name;
        if (await OpenAsync(learner, token) is { } closed)
        {
            return closed;
        }

        if (PassphraseRules.Check(passphrase ?? "", name ?? "") is { Accepted: false } weak)
        {
            ModelState.AddModelError("passphrase", reader.Words.Explain(weak));
            return this.Invalid();
        }

        if (throttles.Links.Enter(learner) is { } wait)
        {
            return this.TooMany(reader.Words, wait);
        }

        var (account, refused) = await accounts.ReplacePassphraseAsync(learner, name ?? "", passphrase!, () => links.UseAsync(learner, token));
        if (account is null)
        {
            return refused.Code == "passphrase-link.over" ? Close(refused) : this.Refuse(reader.Words, refused, "name");
        }

        throttles.Links.Clear(learner);
        throttles.Names.Clear(account.NormalisedName);
        Session.CloseLive(HttpContext, learner);
        await Accounts.SignInAs(HttpContext, account);
        return this.Tell("forgotten.done", "/me");
    }

    /// <summary>What to answer if the link opens nothing: always the same, whatever is wrong with it. Null if it opens.</summary>
    private async Task<IActionResult?> OpenAsync(string learner, string token)
    {
        if (throttles.Guesses.Wait(HttpContext) is { } wait)
        {
            Closed = reader.Words.Wait(wait);
            return this.TooMany(reader.Words, wait);
        }

        if (await links.OpensAsync(learner, token))
        {
            return null;
        }

        throttles.Guesses.Enter(HttpContext);
        return Close(Outcome.Refused("passphrase-link.over"));
    }

    private PageResult Close(Outcome why)
    {
        Closed = reader.Words.Explain(why);
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
