using CohortCourses.Contracts.People;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

public sealed class PassphraseModel(Accounts accounts, Throttles throttles, Reader reader) : PageModel
{
    public AccountRecord Account => HttpContext.Account();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? current, string? passphrase)
    {
        if (throttles.Names.Enter(Account.NormalisedName) is { } wait)
        {
            return this.TooMany(reader.Words, wait);
        }

        var (changed, refused) = await accounts.ChangePassphraseAsync(Account, current ?? "", passphrase ?? "");
        if (changed is null)
        {
            return this.Refuse(reader.Words, refused, refused.Code == "passphrase.wrong" ? "current" : "passphrase");
        }

        throttles.Names.Clear(Account.NormalisedName);
        Session.CloseLive(HttpContext);
        await Accounts.SignInAs(HttpContext, changed);
        return this.Tell("passphrase.changed", "/me");
    }
}
