using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.People;

/// <summary>What somebody completed, for whoever has their link.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ConfirmedModel(Confirmations confirmations, Throttles throttles, IGrainFactory grains, Reader reader) : PageModel
{
    /// <summary>Null: the link shows nothing, and nobody learns whether it ever did.</summary>
    public Confirmation? Confirmation { get; private set; }

    /// <summary>Why there is nothing to see.</summary>
    public string? Closed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        if (throttles.Guesses.Wait(HttpContext) is { } wait)
        {
            Closed = reader.Words.Wait(wait);
            return this.TooMany(reader.Words, wait);
        }

        if (!Secrets.LooksLikeOne(token) || await grains.Secret(Secrets.Hash(token)).Get() is not { Kind: SecretKind.Confirmation, Learner: { } learner, Cohort: { } cohort })
        {
            throttles.Guesses.Enter(HttpContext);
            return Close();
        }

        Confirmation = await confirmations.FindAsync(learner, cohort);
        return Confirmation is null ? Close() : Page();
    }

    private PageResult Close()
    {
        Closed = reader.Words["confirmed.closed.why"];
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
