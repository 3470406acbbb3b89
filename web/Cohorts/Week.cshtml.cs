using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.Health;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Cohorts;

public sealed class WeekModel(IGrainFactory grains, CourseLibrary courses, ModuleRenderer renderer, Reader reader, WebMetrics metrics) : PageModel
{
    public CohortView Cohort { get; private set; } = null!;

    public CourseRevision Course { get; private set; } = null!;

    public WeekView Week { get; private set; } = null!;

    /// <summary>Null while the week is shut: then the page says when it opens.</summary>
    public RenderedModule? Module { get; private set; }

    public WeekWorkView? Work { get; private set; }

    /// <summary>A correction that this reader has not been told of.</summary>
    public ChangeNote? Change { get; private set; }

    /// <summary>The next week, if it is open.</summary>
    public WeekView? Following { get; private set; }

    /// <summary>What the phase before recommends for this week, for those who run the cohort.</summary>
    public Recommended Recommended { get; private set; } = new("", []);

    /// <summary>Why the last command was refused.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether the module asks its reader to reflect, for which the page has a field.</summary>
    public bool AsksToReflect => Module?.Html.Contains("data-reflection", StringComparison.Ordinal) == true;

    private ILearnerGrain Me => grains.Learner(User.LearnerId());

    private int Number => Request.RouteNumber("week");

    private string? Language => Request.Word("language");

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostCompleteAsync() => DoAsync(async learner =>
    {
        var outcome = await learner.Complete(HttpContext.Cohort().Slug, Number);
        metrics.CountCompletion(outcome, "page");
        return outcome;
    });

    public Task<IActionResult> OnPostReopenAsync() => DoAsync(learner => learner.Reopen(HttpContext.Cohort().Slug, Number));

    private async Task<IActionResult> DoAsync(Func<ILearnerGrain, Task<Outcome>> command)
    {
        var outcome = await command(Me);
        if (outcome.Accepted)
        {
            return Redirect($"/c/{HttpContext.Cohort().Slug}/week/{Number}{(Language is { } language ? QueryString.Create("language", language) : default)}#done");
        }

        Refusal = reader.Words.Explain(outcome);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        var number = Number;
        var access = HttpContext.Cohort();
        Cohort = access.Cohort;
        if (courses.Find(Cohort.Course) is not { } course || Cohort.Week(number) is not { } week)
        {
            return NotFound();
        }

        (Course, Week) = (course, week);
        Recommended = await Recommended.OfAsync(grains, access, aim => aim.Kind == AimKind.Week && aim.Week == number);
        if (!week.IsOpenAt(reader.Now))
        {
            return Page();
        }

        (Module, Work) = await OpenWeek.OfAsync(access, course, number, Language ?? reader.Language.Tag, User.LearnerId(), grains, renderer);
        Following = Cohort.Week(number + 1) is { } next && next.IsOpenAt(reader.Now) ? next : null;
        if (Work is not null)
        {
            await NoteReading(Work, Module);
        }

        return Page();
    }

    /// <summary>Remembers that the page was read; a change note is shown once to who had read it before.</summary>
    private async Task NoteReading(WeekWorkView work, RenderedModule module)
    {
        if (work.ReadAt is not null && module.Change is { } change && change.Id != work.SeenChange)
        {
            Change = change;
        }

        if (work.ReadAt is null || Change is not null)
        {
            await Me.Read(Cohort.Cohort, Week.Number, module.Change?.Id);
        }
    }
}
