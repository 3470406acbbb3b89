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

/// <summary>One finding: what it says and rests on, what was decided, what participants are told.</summary>
public sealed class FindingPageModel(IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public CourseRevision? Course { get; private set; }

    public FindingView Finding { get; private set; } = null!;

    public FindingForm Form { get; private set; } = new();

    /// <summary>What somebody else wrote while this was being typed.</summary>
    public FindingText? Theirs { get; private set; }

    /// <summary>The reason that was typed and could not be kept.</summary>
    public string? Reason { get; private set; }

    /// <summary>What participants are told, in each language that it can be said in.</summary>
    public IReadOnlyList<PublicText> Told { get; private set; } = [];

    public OfferedEvidence Offered { get; private set; } = new([], []);

    public Names Names { get; private set; } = null!;

    private string Cohort => HttpContext.Cohort().Slug;

    public async Task<IActionResult> OnGetAsync(Guid finding) => await LoadAsync(finding) ? Page() : NotFound();

    public Task<IActionResult> OnPostEditAsync(Guid finding, FindingForm form) => DoAsync(finding, "", one => one.Edit(form.Text, form.Seen), refused =>
    {
        Form = form with { Id = Finding.Id };
        Theirs = refused.Code == "finding.changed-meanwhile" ? Finding.Text : null;
    });

    public Task<IActionResult> OnPostDecideAsync(Guid finding, string? verdict, string? reason, int seen) => FindingStandings.ReadVerdict(verdict) is { } known
        ? DoAsync(finding, "decision", one => one.Decide(known, User.LearnerId(), FindingForm.Lines(reason), seen), _ => Reason = reason ?? "")
        : OnGetAsync(finding);

    public Task<IActionResult> OnPostTellAsync(Guid finding, PublicForm form) =>
        DoAsync(finding, "told", one => one.Tell(form.Texts, form.Seen), _ => Told = form.Texts);

    public Task<IActionResult> OnPostActAsync(Guid finding, string? note) =>
        DoAsync(finding, "acted", one => one.Act(Cohort, User.LearnerId(), FindingForm.Lines(note)));

    public Task<IActionResult> OnPostTakebackAsync(Guid finding) => DoAsync(finding, "acted", one => one.TakeBack());

    public Task<IActionResult> OnPostDropAsync(Guid finding, string? evidence) => DoAsync(finding, "evidence", one => one.Drop(evidence ?? ""));

    public async Task<IActionResult> OnPostFigureAsync(Guid finding, string? id, string? key)
    {
        var offered = await OfferedEvidence.OfAsync(grains, Cohort, reader, User.LearnerId());
        return await DoAsync(finding, "evidence", one => one.Add(new(FormIds.Of(id), offered.Figure(key), null)));
    }

    public async Task<IActionResult> OnPostQuoteAsync(Guid finding, string? id, string? passage)
    {
        var offered = await OfferedEvidence.OfAsync(grains, Cohort, reader, User.LearnerId());
        return await DoAsync(finding, "evidence", one => one.Add(new(FormIds.Of(id), null, offered.Quote(passage))));
    }

    private async Task<IActionResult> DoAsync(Guid finding, string part, Func<IFindingGrain, Task<Outcome>> command, Action<Outcome>? refused = null)
    {
        var outcome = await command(grains.Finding(Cohort, finding.ToString()));
        if (outcome.Accepted)
        {
            return Redirect($"/c/{Cohort}/evaluate/findings/{finding}{(part.Length > 0 ? $"#{part}" : "")}");
        }

        if (!await LoadAsync(finding))
        {
            return NotFound();
        }

        refused?.Invoke(outcome);
        return this.Refuse(reader.Words, outcome, FindingForm.FieldOf(outcome.Code));
    }

    private async Task<bool> LoadAsync(Guid finding)
    {
        Access = HttpContext.Cohort();
        Course = courses.Find(Access.Cohort.Course);
        if (await grains.Finding(Access.Slug, finding.ToString()).Get() is not { } found)
        {
            return false;
        }

        Finding = found;
        Form = FindingForm.Of(found);
        var languages = Languages.All.Select(language => language.Tag).Concat(found.Public.Select(one => one.Language)).Distinct(StringComparer.Ordinal);
        Told = [.. languages.Select(tag => found.Public.FirstOrDefault(one => one.Language == tag) ?? new(tag, "", ""))];
        Offered = await OfferedEvidence.OfAsync(grains, Access.Slug, reader, User.LearnerId());
        Names = await Names.ReadAsync(grains, Access.Slug, reader.Words, [found.By, found.Decision?.By, found.Acted?.By]);
        return true;
    }
}
