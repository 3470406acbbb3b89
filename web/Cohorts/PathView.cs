using CohortCourses.Content.Courses;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Cohorts;

/// <summary>One week on the path.</summary>
/// <param name="Face">What stands on the stone.</param>
/// <param name="Spoken">What a screen reader says of it before the label.</param>
public sealed record Stone(string State, string Face, string Spoken, IHtmlContent Label, string? Href, bool IsHere);

/// <summary>The path of weeks: what is done, where one is, when the next one opens.</summary>
public sealed record PathView(IReadOnlyList<Stone> Stones)
{
    /// <param name="here">The week that the page is about.</param>
    public static PathView Of(Reader reader, CourseRevision course, CohortView cohort, EnrolmentView? enrolment, int? here) =>
        new([.. cohort.Weeks.Select(week => Of(reader, course, cohort, enrolment, week, week.Number == here))]);

    private static Stone Of(Reader reader, CourseRevision course, CohortView cohort, EnrolmentView? enrolment, WeekView week, bool isHere)
    {
        var words = reader.Words;
        var number = words.Number(week.Number);
        var done = enrolment?.Weeks[week.Number - 1].CompletedAt is not null;
        var open = week.IsOpenAt(reader.Now);
        var state = string.Join(' ', new[] { done ? "done" : null, isHere ? "here" : null, week.Skipped ? "skipped" : null, open ? null : "shut" }.OfType<string>());
        var label = open
            ? reader.Show(course.Weeks[week.Number - 1].Label)
            : new HtmlString(week.Skipped ? words["path.skipped"] : reader.Dates.Short(week.OpensAt));
        var spoken = words.Get(done ? "path.week-done" : week.Skipped ? "path.week" : open ? "path.week-open" : "path.week-shut", ("week", week.Number));
        return new(state, done ? "✓" : week.Skipped ? "–" : number, spoken, label, open ? $"/c/{cohort.Cohort}/week/{week.Number}" : null, isHere);
    }
}
