using CohortCourses.Content.Courses;
using CohortCourses.Web.Cohorts;

namespace CohortCourses.Web.Mail;

/// <summary>News of the cohort itself: weeks that opened, announcements, changes of the calendar.</summary>
internal sealed class CohortNews(IGrainFactory grains, CourseLibrary courses, MailLinks links) : INewsSource
{
    public async Task<IEnumerable<NewsItem>> FindAsync(NewsQuestion question) =>
    [
        .. (await grains.SaidAsync(question.Cohort.Cohort, question.To.Reader.Words)).Where(said => question.Covers(said.At)).Select(said => Announcement(question, said)),
        .. Weeks(question),
        .. Changes(question),
    ];

    private NewsItem Announcement(NewsQuestion question, Said said) => new(NewsKind.Announcement, said.At, new(
        PostLines.Excerpt(said.Text), question.By(said.By, said.At), links.To($"/c/{question.Cohort.Cohort}")));

    private IEnumerable<NewsItem> Weeks(NewsQuestion question) =>
        from week in question.Cohort.Weeks
        where !week.Skipped && question.Covers(week.OpensAt)
        let title = courses.Find(question.Cohort.Course)?.Weeks[week.Number - 1].Title.In(question.To.Reader.Language.Tag).Text
        select new NewsItem(NewsKind.Week, week.OpensAt, new(
            title ?? question.To.Reader.Words.Number(week.Number), question.To.Reader.Dates.Moment(week.OpensAt), links.To($"/c/{question.Cohort.Cohort}/week/{week.Number}")));

    /// <summary>What someone has seen on the page already is no news.</summary>
    private IEnumerable<NewsItem> Changes(NewsQuestion question)
    {
        var words = new ScheduleWords(question.To.Reader, question.Cohort);
        return
            from change in question.Cohort.Changes
            let at = change.UndoneAt ?? change.At
            where change.Number > question.Enrolment.SeenNews && question.Covers(at)
            select new NewsItem(NewsKind.Schedule, at, new(words.Describe(change), Note: null, links.To($"/c/{question.Cohort.Cohort}")));
    }
}
