using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

/// <summary>Where somebody who completed a course makes the link that shows it, and ends it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ShowModel(Confirmations confirmations, Vault vault, IGrainFactory grains, Reader reader) : PageModel
{
    /// <summary>What the link shows; null as long as the course is not complete.</summary>
    public Confirmation? Confirmation { get; private set; }

    /// <summary>The link in force. What it is, nobody can tell any more.</summary>
    public SecretReference? Link { get; private set; }

    /// <summary>The token that the form would make.</summary>
    public string NextKey { get; private set; } = Secrets.Make();

    /// <summary>The link that was just made.</summary>
    public Uri? Made { get; private set; }

    private string Slug => HttpContext.Cohort().Slug;

    private AccountRecord Account => HttpContext.Account();

    public Task<IActionResult> OnGetAsync() => ShowAsync(Account);

    /// <summary>Makes a link and shows it, this once. Sent twice it is the same link, because the token is the form's own.</summary>
    public async Task<IActionResult> OnPostAsync(string? token)
    {
        await ShowAsync(Account);
        if (Confirmation is null)
        {
            return this.Refuse(reader.Words, Outcome.Refused("confirmation.incomplete"));
        }

        var key = Secrets.LooksLikeOne(token) ? token! : NextKey;
        var issued = await vault.IssueAsync(Account, SecretKind.Confirmation, key, Confirmation.Cohort.Name, Slug);
        if (!issued.Accepted)
        {
            return this.Refuse(reader.Words, issued);
        }

        Made = new Uri($"{Request.Scheme}://{Request.Host}/confirmed/{key}");
        return await ShowAsync(await grains.Account(Account.NormalisedName).Get() ?? Account);
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await vault.EndLinksAsync(Account, Slug, SecretKind.Confirmation);
        return this.Tell("confirmation.ended", $"/c/{Slug}/me/confirmation");
    }

    private async Task<IActionResult> ShowAsync(AccountRecord account)
    {
        Confirmation = await confirmations.FindAsync(account.Learner, Slug);
        Link = account.Secrets.FirstOrDefault(held => held.Kind == SecretKind.Confirmation && held.Cohort == Slug);
        return Page();
    }
}
