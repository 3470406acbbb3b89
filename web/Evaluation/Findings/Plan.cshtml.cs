using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Evaluation;

/// <summary>What a phase was handed by the one before, as a checklist, and what it hands on.</summary>
public sealed class PlanModel(IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public CourseRevision? Course { get; private set; }

    public PhaseView? Phase { get; private set; }

    public string PreviousName { get; private set; } = "";

    /// <summary>What was accepted here.</summary>
    public IReadOnlyList<FindingView> Accepted { get; private set; } = [];

    /// <summary>The cohorts that were made from this one.</summary>
    public IReadOnlyList<(string Slug, string Name)> Next { get; private set; } = [];

    public Names Names { get; private set; } = null!;

    public bool Evaluates => (Access.Who & EvaluateHead.Who) != Who.Nobody;

    /// <summary>The plan by place, in the order of the course.</summary>
    public IEnumerable<IGrouping<AimView, PlanItemView>> Places =>
        (Phase?.Items ?? []).GroupBy(item => item.Aim).OrderBy(place => place.Key.Kind).ThenBy(place => place.Key.Week).ThenBy(place => place.Key.Form, StringComparer.Ordinal);

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostTickAsync(string? finding, string? note) =>
        DoAsync(finding, phase => phase.Tick(finding ?? "", User.LearnerId(), FindingForm.Lines(note)));

    public Task<IActionResult> OnPostUntickAsync(string? finding) => DoAsync(finding, phase => phase.Untick(finding ?? ""));

    private async Task<IActionResult> DoAsync(string? finding, Func<IPhaseGrain, Task<Outcome>> command)
    {
        var cohort = HttpContext.Cohort().Slug;
        var outcome = await command(grains.Phase(cohort));
        if (outcome.Accepted)
        {
            return Redirect($"/c/{cohort}/evaluate/plan#f-{finding}");
        }

        await LoadAsync();
        return this.Refuse(reader.Words, outcome);
    }

    private async Task LoadAsync()
    {
        Access = HttpContext.Cohort();
        Course = courses.Find(Access.Cohort.Course);
        Phase = await grains.Phase(Access.Slug).Get();
        PreviousName = Phase is { } phase ? await grains.CohortNameAsync(phase.Previous) : "";
        if (Evaluates)
        {
            var findings = grains.Findings(Access.Slug);
            Accepted = [.. (await findings.List()).Where(finding => finding.IsAccepted).Reverse()];
            Next = await Task.WhenAll((await findings.Phases()).Select(async slug => (slug, await grains.CohortNameAsync(slug))));
        }

        Names = await Names.ReadAsync(grains, Access.Slug, reader.Words, (Phase?.Items ?? []).SelectMany(item => new[] { item.AcceptedBy, item.Acted?.By }));
    }
}
