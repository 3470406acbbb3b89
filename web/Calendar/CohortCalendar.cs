using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Texts;
using NodaTime;
using NodaTime.Extensions;

namespace CohortCourses.Web.Calendar;

/// <summary>A cohort's weeks as one reader's calendar shows them: in their language, with their own dates.</summary>
/// <param name="site">Where the pages are, such as <c>https://courses.example/</c>.</param>
public sealed class CohortCalendar(Reader reader, CourseRevision course, CohortView cohort, EnrolmentView? enrolment, Uri site)
{
    private readonly string language = reader.Language.Tag;

    public CalendarFile ToFile() => new(
        reader.Words.Get("appointment.name", ("course", course.Title.In(language).Text), ("cohort", cohort.Name)),
        Dates.ZoneOf(cohort.Zone),
        [.. cohort.Weeks.Take(course.Weeks.Length).Select(ToEntry)]);

    private CalendarEntry ToEntry(WeekView week)
    {
        var module = course.Weeks[week.Number - 1];
        var news = cohort.Changes.Where(made => Moves(made.Change, week.Number)).MaxBy(made => made.Number);
        return new(
            UidOf(week),
            news?.Number ?? 0,
            (news is null ? cohort.CreatedAt : news.UndoneAt ?? news.At).ToInstant(),
            week.OpensAt.ToInstant(),
            Duration.FromMinutes(module.Minutes),
            reader.Words.Get(week.Skipped ? "appointment.skipped" : "appointment.week", ("week", week.Number), ("title", module.Title.In(language).Text)),
            string.Join("\n\n", Description(week, module)),
            language,
            new Uri(site, $"c/{cohort.Cohort}/week/{week.Number.ToString(CultureInfo.InvariantCulture)}"),
            week.Skipped);
    }

    private IEnumerable<string> Description(WeekView week, CourseWeek module)
    {
        yield return module.Summary.In(language).Text;
        if (week.Skipped || enrolment is null || enrolment.Role != CohortRole.Participant)
        {
            yield break;
        }

        var work = enrolment.Weeks[week.Number - 1];
        yield return work.CompletedAt is not null ? reader.Words["appointment.done"]
            : enrolment.Paused ? reader.Words["appointment.paused"]
            : reader.Words.Get("appointment.due", ("moment", reader.Dates.Moment(work.DueAt)), ("city", reader.Dates.City));
    }

    private static bool Moves(ScheduleChangeRequest change, int week) =>
        change.Kind == ScheduleChangeKind.Shift ? change.Week <= week : change.Week == week;

    /// <summary>A name-based UUID (RFC 9562, version 8) over the week's stable id and when the cohort was made, which no other installation shares.</summary>
    private Guid UidOf(WeekView week)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{cohort.Cohort}/{week.WeekId}/{cohort.CreatedAt.UtcTicks}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
