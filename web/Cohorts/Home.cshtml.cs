using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Evaluation;
using CohortCourses.Web.Feedback;
using CohortCourses.Web.Moderation.Reports;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Cohorts;

public sealed class HomeModel(IGrainFactory grains, CourseLibrary courses, Reader reader) : PageModel
{
    private ScheduleWords scheduleWords = null!;

    public CohortView Cohort { get; private set; } = null!;

    public CourseRevision Course { get; private set; } = null!;

    public EnrolmentView? Enrolment { get; private set; }

    public IReadOnlyList<Said> Announcements { get; private set; } = [];

    /// <summary>The titles of the forms that the course cannot be completed without.</summary>
    public IEnumerable<string> FormsMissing => (Enrolment?.FormsMissing ?? [])
        .Select(id => Course.FindForm(id)?.Title.In(reader.Language.Tag).Text).OfType<string>();

    /// <summary>The forms that wait for the reader's answer.</summary>
    public IReadOnlyList<FormView> Waiting { get; private set; } = [];

    /// <summary>What moderators decided that this person should hear of.</summary>
    public ToldLately Told { get; private set; } = new(0, Hidden: false);

    /// <summary>How many things were changed because people said something.</summary>
    public int Changes { get; private set; }

    public PathView Path { get; private set; } = null!;

    public WeekView? Current { get; private set; }

    public WeekView? Next { get; private set; }

    public bool IsOver => reader.Now >= Cohort.EndsAt;

    /// <summary>What happened to the calendar since this person last looked, and after they joined.</summary>
    public IEnumerable<ScheduleNews> UnseenNews => Enrolment is { } mine
        ? Cohort.Changes.Where(news => news.Number > mine.SeenNews && (news.UndoneAt ?? news.At) >= mine.JoinedAt)
        : [];

    /// <summary>Open weeks before the current one that are not complete; the nearest two.</summary>
    public IEnumerable<WeekView> Unfinished => Enrolment is null || Current is null
        ? []
        : Cohort.Weeks.Where(week => week.Number < Current.Number && week.IsOpenAt(reader.Now) && WorkOf(week.Number)?.CompletedAt is null).TakeLast(2);

    public async Task<IActionResult> OnGetAsync()
    {
        var access = HttpContext.Cohort();
        Cohort = access.Cohort;
        if (courses.Find(Cohort.Course) is not { } course)
        {
            return NotFound();
        }

        Course = course;
        Enrolment = await grains.Learner(User.LearnerId()).Enrolment(Cohort.Cohort);
        Current = Cohort.CurrentAt(reader.Now);
        Next = Cohort.NextAt(reader.Now);
        Path = PathView.Of(reader, Course, Cohort, Enrolment, Current?.Number);
        scheduleWords = new(reader, Cohort);
        Announcements = await grains.SaidAsync(Cohort.Cohort, reader.Words);
        Changes = (await Change.OfAsync(grains, Cohort.Cohort, reader.Language.Tag, Course.SourceLanguage)).Count;
        Waiting = await grains.WaitingAsync(HttpContext);
        Told = await ToldLately.OfAsync(grains, HttpContext, reader.Now);
        return Page();
    }

    /// <summary>The reader has seen the news up to that number.</summary>
    public async Task<IActionResult> OnPostSeenAsync(int number)
    {
        var cohort = HttpContext.Cohort().Slug;
        await grains.Learner(User.LearnerId()).SeeNews(cohort, number);
        return Redirect($"/c/{cohort}");
    }

    public WeekWorkView? WorkOf(int week) => Enrolment?.Weeks[week - 1];

    public string Describe(ScheduleNews news) => scheduleWords.Describe(news);
}
