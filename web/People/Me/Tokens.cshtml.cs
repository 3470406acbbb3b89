using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

/// <summary>
/// Personal access tokens for the API. A token is shown in the answer to the form that makes it and never again, so this form does not
/// redirect; sent twice it makes and shows the same token, because the token is the form's own.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TokensModel(Vault vault, IGrainFactory grains, Reader reader) : PageModel
{
    public const int LongestLabel = 60;

    public string? Label { get; private set; }

    /// <summary>The token that the form would make.</summary>
    public string Next { get; private set; } = Secrets.Make();

    /// <summary>The token that was just made.</summary>
    public string? Made { get; private set; }

    public IReadOnlyList<SecretReference> Held { get; private set; } = [];

    public void OnGet() => Load(HttpContext.Account());

    public async Task<IActionResult> OnPostAsync(string? label, string? token)
    {
        var account = HttpContext.Account();
        Label = label?.Trim();
        Load(account);
        if (Label is not { Length: > 0 and <= LongestLabel })
        {
            ModelState.AddModelError("label", reader.Words.Get("refusal.token.label", ("most", LongestLabel)));
            return this.Invalid();
        }

        var value = Secrets.LooksLikeOne(token) ? token! : Next;
        var issued = await vault.IssueAsync(account, SecretKind.AccessToken, value, Label);
        if (!issued.Accepted)
        {
            return this.Refuse(reader.Words, issued);
        }

        (Made, Label) = (value, null);
        Load(await grains.Account(account.NormalisedName).Get() ?? account);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? hash)
    {
        var account = HttpContext.Account();
        if (account.Secrets.Any(held => held.Hash == hash && held.Kind == SecretKind.AccessToken))
        {
            await vault.RevokeAsync(account, hash!);
        }

        return this.Tell("tokens.revoked", "/me/tokens");
    }

    private void Load(AccountRecord account) =>
        Held = [.. account.Secrets.Where(held => held.Kind == SecretKind.AccessToken).OrderByDescending(held => held.CreatedAt)];
}
