using System.Collections.Immutable;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>The findings of a cohort, those that wait for a decision first.</summary>
public sealed class FindingListModel(IGrainFactory grains, CourseLibrary courses) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public CourseRevision? Course { get; private set; }

    public IReadOnlyList<FindingView> All { get; private set; } = [];

    /// <summary>The standing that is asked for, or null for all.</summary>
    public FindingStanding? Only { get; private set; }

    public IEnumerable<FindingView> Shown => All.Where(finding => Only is null || finding.Standing() == Only);

    /// <summary>How many there are of each standing, of which there are any.</summary>
    public IEnumerable<KeyValuePair<FindingStanding, int>> Groups => All.CountBy(finding => finding.Standing()).OrderBy(group => group.Key);

    public async Task OnGetAsync(string? only)
    {
        Access = HttpContext.Cohort();
        Course = courses.Find(Access.Cohort.Course);
        Only = FindingStandings.Read(only);
        All = [.. (await grains.Findings(Access.Slug).List()).OrderBy(finding => finding.Standing())];
    }
}
