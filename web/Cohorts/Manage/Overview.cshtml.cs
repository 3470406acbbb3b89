using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Cohorts.Manage;

/// <summary>An announcement as it was typed.</summary>
public sealed record AnnouncementForm
{
    public string? Id { get; init; }

    public string? Text { get; init; }

    public string? Language { get; init; }
}

/// <summary>How many participants have read a week, and how many are done with it.</summary>
public sealed record WeekProgress(WeekView Week, int Read, int Complete);

public sealed class OverviewModel(IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    public CohortView Cohort { get; private set; } = null!;

    public CourseRevision? Course { get; private set; }

    public WeekView? Current { get; private set; }

    public WeekView? Next { get; private set; }

    public CohortPhase Phase { get; private set; }

    public int Participants { get; private set; }

    public IReadOnlyList<WeekProgress> Progress { get; private set; } = [];

    public IReadOnlyList<Said> Announcements { get; private set; } = [];

    /// <summary>What the phase before recommends for the course and how it is led.</summary>
    public Recommended Recommended { get; private set; } = new("", []);

    public AnnouncementForm Form { get; private set; } = new();

    /// <summary>What to say of the days to come on which the clocks change over the release time.</summary>
    public IEnumerable<string> Fits => Cohort.Weeks
        .Where(week => !week.Skipped && week.OpensAt > reader.Now)
        .Select(week => (week.Number, Note: reader.Fit(week, Cohort.Zone)))
        .Where(week => week.Note is not null)
        .Select(week => $"{reader.Words.Get("calendar.week", ("week", week.Number))} {week.Note}");

    /// <summary>The languages that an announcement can be in: the interface's and the course's.</summary>
    public IEnumerable<string> LanguageChoices =>
        Languages.All.Select(language => language.Tag).Concat(Course?.Languages ?? []).Distinct(StringComparer.Ordinal);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAnnounceAsync(AnnouncementForm form)
    {
        await LoadAsync();
        Form = form with { Id = FormIds.Of(form.Id) };
        if (!LanguageChoices.Contains(form.Language, StringComparer.Ordinal))
        {
            ModelState.AddModelError("language", reader.Words["refusal.learner.language"]);
            return this.Invalid();
        }

        // Browsers send a line break as two characters and count it as one.
        var text = (form.Text ?? "").ReplaceLineEndings("\n");
        var outcome = await grains.NoticeBoard(Cohort.Cohort).Announce(new(Form.Id!, User.LearnerId(), text, form.Language!));
        return outcome.Accepted ? Redirect($"/c/{Cohort.Cohort}/manage#said") : this.Refuse(reader.Words, outcome, "text");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? announcement)
    {
        var slug = HttpContext.Cohort().Slug;
        await grains.NoticeBoard(slug).Withdraw(announcement ?? "");
        return Redirect($"/c/{slug}/manage#said");
    }

    private async Task LoadAsync()
    {
        Cohort = HttpContext.Cohort().Cohort;
        Course = courses.Find(Cohort.Course);
        Recommended = await Recommended.OfAsync(grains, HttpContext.Cohort(), _ => true);
        (Current, Next, Phase) = (Cohort.CurrentAt(reader.Now), Cohort.NextAt(reader.Now), Cohort.PhaseAt(reader.Now));
        Announcements = await grains.SaidAsync(Cohort.Cohort, reader.Words);
        Form = new() { Id = FormIds.New(), Language = reader.Language.Tag };
        var roster = await grains.Cohort(Cohort.Cohort).Roster();
        var read = await Task.WhenAll(roster
            .Where(member => member.Role == CohortRole.Participant)
            .Select(member => grains.Learner(member.Learner).Progress(Cohort.Cohort)));
        var present = read.OfType<ProgressView>().ToList();
        Participants = present.Count;
        var work = present.SelectMany(progress => progress.Weeks).ToLookup(week => week.Number);
        Progress =
        [
            .. Cohort.Weeks.Where(week => week.IsOpenAt(reader.Now)).Select(week => new WeekProgress(
                week,
                work[week.Number].Count(),
                work[week.Number].Count(done => done.CompletedAt is not null))),
        ];
    }
}
