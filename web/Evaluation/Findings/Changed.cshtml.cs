using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>For everybody in a cohort: what people said, and what was changed because of it.</summary>
public sealed class ChangedModel(IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    public CohortView Cohort { get; private set; } = null!;

    public CourseRevision? Course { get; private set; }

    public IReadOnlyList<Change> All { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Cohort = HttpContext.Cohort().Cohort;
        Course = courses.Find(Cohort.Course);
        All = await Change.OfAsync(grains, Cohort.Cohort, reader.Language.Tag, Course?.SourceLanguage);
    }
}

/// <summary>One thing that was changed because people said something.</summary>
/// <param name="Where">The key of the sentence that says in which phase: this one, the one before, or the next.</param>
public sealed record Change(PublicText Words, AimView Aim, string Where, DateTimeOffset At)
{
    /// <summary>What the people of a cohort are told: of what they said, and of what the phase before said and this one changed. The latest first.</summary>
    public static async Task<IReadOnlyList<Change>> OfAsync(IGrainFactory grains, string cohort, string language, string? source)
    {
        var own = (await grains.Findings(cohort).Told()).Select(finding => Of(finding, language, source, finding.Acted!.Cohort == cohort ? "changed.here" : "changed.next"));
        var before = await grains.Phase(cohort).Get() is { } phase
            ? (await grains.Findings(phase.Previous).Told()).Where(finding => finding.Acted!.Cohort == cohort).Select(finding => Of(finding, language, source, "changed.before"))
            : [];
        return [.. own.Concat(before).OrderByDescending(change => change.At)];
    }

    private static Change Of(FindingView finding, string language, string? source, string where) => new(
        finding.Public.FirstOrDefault(words => words.Language == language) ?? finding.Public.FirstOrDefault(words => words.Language == source) ?? finding.Public[0],
        finding.Text.Aim ?? new(AimKind.Course),
        where,
        finding.Acted!.At);
}
