using CohortCourses.Contracts;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>The report of a phase, to be read or printed.</summary>
public sealed class ReportModel(IGrainFactory grains, Reader reader) : PageModel
{
    public PhaseReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await PhaseReport.OfAsync(grains, HttpContext.Cohort().Cohort, reader.Words) is not { } report)
        {
            return NotFound();
        }

        Report = report;
        return Page();
    }
}
