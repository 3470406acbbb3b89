using CohortCourses.Contracts.People;
using CohortCourses.Web.Mail;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

public sealed class EraseModel(Accounts accounts, Throttles throttles, IMailCarrier mail, IGrainFactory grains, Reader reader) : PageModel
{
    public AccountRecord Account => HttpContext.Account();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? passphrase)
    {
        var account = Account;
        if (throttles.Names.Enter(account.NormalisedName) is { } wait)
        {
            return this.TooMany(reader.Words, wait);
        }

        if (account.PasswordHash is not null && await accounts.CheckAsync(account.SignInName, passphrase ?? "") is null)
        {
            ModelState.AddModelError("passphrase", reader.Words["refusal.passphrase.wrong"]);
            return this.Invalid();
        }

        mail.Forget(account.Learner);
        await PersonalData.EraseAsync(grains, account);
        throttles.Names.Clear(account.NormalisedName);
        await Session.EndAsync(HttpContext);
        return this.Tell("erase.done", "/sign-in");
    }
}
