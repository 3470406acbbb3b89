using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>For authors: what was accepted in any phase of the course, by the file that it is about.</summary>
public sealed class RecommendationsModel(IGrainFactory grains, CourseLibrary courses) : PageModel
{
    public CourseRevision Course { get; private set; } = null!;

    public IReadOnlyList<IGrouping<AimView, (string Cohort, FindingView Finding)>> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var id = HttpContext.Cohort().Cohort.Course;
        if (courses.Find(id) is not { } course)
        {
            return NotFound();
        }

        Course = course;
        var cohorts = (await grains.Catalog().Cohorts()).Where(entry => entry.Course == id).Select(entry => entry.Cohort);
        var accepted = await Task.WhenAll(cohorts.Select(async cohort =>
        {
            var findings = (await grains.Findings(cohort).List()).Where(finding => finding is { IsAccepted: true, Text.Aim: not null }).Reverse().ToList();
            var name = findings.Count > 0 ? await grains.CohortNameAsync(cohort) : cohort;
            return findings.Select(finding => (name, finding));
        }));
        Files =
        [
            .. accepted.SelectMany(found => found)
                .GroupBy(one => one.finding.Text.Aim!)
                .OrderBy(place => place.Key.Kind).ThenBy(place => place.Key.Week).ThenBy(place => place.Key.Form, StringComparer.Ordinal),
        ];
        return Page();
    }
}
