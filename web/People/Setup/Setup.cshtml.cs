using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Mail;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SetupModel(Accounts accounts, MailAddresses addresses, Vault vault, Throttles throttles, IGrainFactory grains, Reader reader) : PageModel
{
    public AccountForm Form { get; private set; } = new();

    /// <summary>Why there is no form to fill in.</summary>
    public string? Closed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        Form = new() { Language = reader.Language.Tag, Zone = reader.Zone };
        return await OpenAsync(token) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, AccountForm form)
    {
        Form = form;
        if (await OpenAsync(token) is { } closed)
        {
            return closed;
        }

        if (!form.Check(ModelState, reader.Words))
        {
            return this.Invalid();
        }

        var (account, refused) = await accounts.CreateAsync(form.Name!, form.Passphrase!, form.Preferences(form.MailOrNull is not null), mail: form.MailOrNull);
        if (account is null)
        {
            return this.Refuse(reader.Words, refused, AccountForm.FieldOf(refused.Code));
        }

        var (organiser, otherwise) = await vault.AppointAsync(account);
        if (organiser is null)
        {
            return Close(otherwise, StatusCodes.Status410Gone);
        }

        await addresses.AskAsync(organiser);
        await grains.Secret(Secrets.Hash(token)).Revoke();
        await Accounts.SignInAs(HttpContext, organiser);
        return Redirect("/organise");
    }

    /// <summary>What to answer if the link opens nothing; null if it does.</summary>
    private async Task<IActionResult?> OpenAsync(string token)
    {
        if (throttles.Guesses.Wait(HttpContext) is { } wait)
        {
            Closed = reader.Words.Wait(wait);
            return this.TooMany(reader.Words, wait);
        }

        if (await grains.Catalog().HasOrganiser())
        {
            return Close(Outcome.Refused("setup.done"), StatusCodes.Status410Gone);
        }

        if (Secrets.LooksLikeOne(token) && await grains.Secret(Secrets.Hash(token)).Get() is { Kind: SecretKind.Setup })
        {
            return null;
        }

        throttles.Guesses.Enter(HttpContext);
        return Close(Outcome.Refused("setup.unknown"), StatusCodes.Status404NotFound);
    }

    private PageResult Close(Outcome why, int status)
    {
        Closed = reader.Words.Explain(why);
        Response.StatusCode = status;
        return Page();
    }
}
