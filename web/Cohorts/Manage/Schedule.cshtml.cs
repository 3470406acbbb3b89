using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Cohorts.Manage;

/// <summary>The calendar: what it is, what a change would make of it, what was changed, what opened when.</summary>
public sealed class ScheduleModel(IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>(StringComparer.Ordinal);

    public CohortView Cohort { get; private set; } = null!;

    public CourseRevision? Course { get; private set; }

    public ChangeForm Form { get; private set; } = new();

    /// <summary>What the asked change, or undo, would do; null if none is asked or it can't be done.</summary>
    public SchedulePreview? Preview { get; private set; }

    /// <summary>The id of the change that would be taken back.</summary>
    public string? Undone { get; private set; }

    public IReadOnlyList<ReleaseView> Releases { get; private set; } = [];

    /// <summary>The weeks that can still be changed.</summary>
    public IEnumerable<WeekView> Ahead => Cohort.Weeks.Where(week => week.Skipped ? week.Number > (Cohort.CurrentAt(reader.Now)?.Number ?? 0) : week.OpensAt > reader.Now);

    /// <summary>What the phase before recommends for the calendar and the weeks.</summary>
    public Recommended Recommended { get; private set; } = new("", []);

    private ICohortGrain Grain => grains.Cohort(Cohort.Cohort);

    /// <summary>Shows the calendar and, if a change is asked for, what it would do to everyone's dates.</summary>
    public async Task<IActionResult> OnGetAsync(ChangeForm form, string? undo)
    {
        await LoadAsync();
        return undo is not null ? await PreviewUndoAsync(undo)
            : form.Kind is not null ? await PreviewAsync(form)
            : Page();
    }

    public async Task<IActionResult> OnPostChangeAsync(ChangeForm form)
    {
        await LoadAsync();
        form = form with { Id = FormIds.Of(form.Id) };
        if (form.Read(ModelState, reader.Words) is not { } change)
        {
            Form = form;
            return this.Invalid();
        }

        var outcome = await Grain.Reschedule(change, User.LearnerId(), form.Seen);
        return outcome.Accepted ? Changed() : await RefusedAsync(outcome, () => PreviewAsync(form));
    }

    public async Task<IActionResult> OnPostUndoAsync(string? change, int? seen)
    {
        await LoadAsync();
        var outcome = await Grain.Undo(change ?? "", seen);
        return outcome.Accepted ? Changed() : await RefusedAsync(outcome, () => PreviewUndoAsync(change ?? ""));
    }

    public string NameOf(string learner) => names.GetValueOrDefault(learner, reader.Words["people.organiser"]);

    /// <summary>What a change says, without what became of it.</summary>
    public string Describe(ScheduleChangeRequest change) => change.Kind switch
    {
        ScheduleChangeKind.Move => reader.Words.Get("change.move", ("week", change.Week), ("day", reader.Dates.Day(change.To ?? default))),
        ScheduleChangeKind.Skip => reader.Words.Get("change.skip", ("week", change.Week)),
        _ => reader.Words.Get(change.Days > 0 ? "change.later" : "change.earlier", ("week", change.Week), ("n", Math.Abs(change.Days ?? 0))),
    };

    private RedirectResult Changed() => Redirect($"/c/{Cohort.Cohort}/manage/schedule#changes");

    private async Task<IActionResult> PreviewAsync(ChangeForm form)
    {
        Form = form with { Id = FormIds.Of(form.Id) };
        return Form.Read(ModelState, reader.Words) is { } change
            ? Show(await Grain.Preview(change), change.Kind switch { ScheduleChangeKind.Move => "to", ScheduleChangeKind.Shift => "days", _ => "week" })
            : this.Invalid();
    }

    private async Task<IActionResult> PreviewUndoAsync(string change)
    {
        Undone = change;
        return Show(await Grain.PreviewUndo(change), null);
    }

    private IActionResult Show(SchedulePreview preview, string? field)
    {
        if (!preview.Outcome.Accepted)
        {
            return this.Refuse(reader.Words, preview.Outcome, field);
        }

        Preview = preview;
        return Page();
    }

    /// <summary>Says why not and, if it still could be done, shows what it would do by now.</summary>
    private async Task<IActionResult> RefusedAsync(Outcome outcome, Func<Task<IActionResult>> preview)
    {
        if (outcome.Code != "schedule.changed-meanwhile")
        {
            return await preview();
        }

        await LoadAsync();
        await preview();
        return this.Refuse(reader.Words, outcome);
    }

    private async Task LoadAsync()
    {
        var access = HttpContext.Cohort();
        Cohort = await grains.Cohort(access.Slug).Get() ?? access.Cohort;
        Course = courses.Find(Cohort.Course);
        Releases = await Grain.Releases();
        Recommended = await Recommended.OfAsync(grains, access, aim => aim.Kind is AimKind.Schedule or AimKind.Week);
        names = await grains.HandlesAsync(Cohort.Cohort, Cohort.Changes.Select(change => change.By));
        Form = new() { Kind = "move", Week = Ahead.FirstOrDefault()?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), Days = "7" };
    }
}
