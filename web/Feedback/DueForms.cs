using CohortCourses.Content.Courses;
using CohortCourses.Content.Feedback;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using FormKind = CohortCourses.Content.Feedback.FormKind;

namespace CohortCourses.Web.Feedback;

/// <summary>A form of the course that it is time to open.</summary>
/// <param name="Week">The week that it asks about; null for the whole course.</param>
/// <param name="Days">For how many days it is meant to take answers; 0 to the end of the course and two weeks more.</param>
/// <param name="Completes">Whether nobody can complete the course without it.</param>
public sealed record DueForm(Form Form, int? Week, int Days, bool Completes);

/// <summary>Which of the forms that the course's authors wrote it is time to open, by what they are for. Whoever runs the cohort opens them, or does not.</summary>
internal static class DueForms
{
    private static readonly TimeSpan BeforeTheBeginning = TimeSpan.FromDays(14);
    private static readonly TimeSpan IntoTheWeek = TimeSpan.FromDays(3);
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromDays(60);

    /// <param name="opened">All that were opened in the cohort so far.</param>
    public static IReadOnlyList<DueForm> At(DateTimeOffset now, CohortView cohort, CourseRevision course, IReadOnlyCollection<FormView> opened)
    {
        var weeks = cohort.Weeks.Where(week => !week.Skipped).ToList();
        var open = weeks.Count(week => week.IsOpenAt(now));
        return
        [
            .. course.Forms
                .Select(form => (Form: form, Time: TimeOf(form.Kind)))
                .Where(due => due.Time is { } time && !opened.Any(known => known.Definition.Form == due.Form.Id && (time.Week is null || known.Week == time.Week)))
                .Select(due => new DueForm(due.Form, due.Time!.Value.Week, due.Time.Value.Days, course.Completion.Forms.Contains(due.Form.Id)))
                .OrderByDescending(due => due.Completes),
        ];

        (int? Week, int Days)? TimeOf(FormKind kind) => kind switch
        {
            FormKind.Before when open < 2 && now >= weeks[0].OpensAt - BeforeTheBeginning && now < cohort.EndsAt => (null, 7),
            FormKind.Pulse when open > 0 && now >= weeks[open - 1].OpensAt + IntoTheWeek && now < cohort.EndsAt => (weeks[open - 1].Number, 7),
            FormKind.Mid when open * 2 >= weeks.Count && open < weeks.Count => (null, 7),
            FormKind.After when open == weeks.Count && now < cohort.EndsAt + AfterTheEnd => (null, 14),
            FormKind.Exit when open > 0 && now < cohort.EndsAt => (null, 0),
            _ => null,
        };
    }
}
