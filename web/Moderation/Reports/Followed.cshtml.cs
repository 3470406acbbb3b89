using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Reports;

/// <summary>What became of a report, for whoever has its code.</summary>
public sealed class FollowedModel(IGrainFactory grains, Throttles throttles, Reader reader) : PageModel
{
    public FollowedReport? Report { get; private set; }

    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string code)
    {
        Response.Headers.CacheControl = "no-store";
        if (throttles.Guesses.Wait(HttpContext) is { } wait)
        {
            return this.TooMany(reader.Words, wait);
        }

        if (ReportCode.Read(code) is { } known && await grains.Moderation(IModerationGrain.Site).Follow(ReportCode.IdOf(known)) is { } report)
        {
            (Code, Report) = (known, report);
            return Page();
        }

        throttles.Guesses.Enter(HttpContext);
        ModelState.AddModelError("", reader.Words["outside.code.wrong"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
