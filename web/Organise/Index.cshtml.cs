using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Organise;

/// <summary>What the organiser runs: the cohorts, what is under way first, and the courses with what is wrong with their text.</summary>
public sealed class IndexModel(IGrainFactory grains, CourseLibrary library, Reader reader) : PageModel
{
    public IReadOnlyList<CohortView> Cohorts { get; private set; } = [];

    public IReadOnlyList<LibraryCourse> Courses { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Courses = library.Courses;
        var listed = await grains.Catalog().Cohorts();
        var cohorts = await Task.WhenAll(listed.Select(entry => grains.Cohort(entry.Cohort).Get()));
        Cohorts =
        [
            .. cohorts.OfType<CohortView>()
                .OrderBy(cohort => cohort.PhaseAt(reader.Now) switch { CohortPhase.Running => 0, CohortPhase.Upcoming => 1, _ => 2 })
                .ThenBy(cohort => cohort.NextAt(reader.Now)?.OpensAt ?? DateTimeOffset.MaxValue)
                .ThenByDescending(cohort => cohort.EndsAt),
        ];
    }

    public CohortPhase Phase(CohortView cohort) => cohort.PhaseAt(reader.Now);

    public CourseRevision? Course(CohortView cohort) => library.Find(cohort.Course);

    public static IEnumerable<ContentProblem> Of(LibraryCourse course, ProblemSeverity severity) => course.Problems.Where(problem => problem.Severity == severity);
}
