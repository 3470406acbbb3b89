using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Cohorts;

/// <summary>Tells a change of the calendar in the reader's language.</summary>
public sealed class ScheduleWords(Reader reader, CohortView cohort)
{
    public string Describe(ScheduleNews news)
    {
        var change = news.Change;
        var opens = cohort.Week(change.Week) is { } week ? reader.Dates.Moment(week.OpensAt) : "";
        var key = (change.Kind, news.UndoneAt) switch
        {
            (ScheduleChangeKind.Move, null) => "schedule.moved",
            (ScheduleChangeKind.Skip, null) => "schedule.skipped",
            (ScheduleChangeKind.Shift, null) => change.Days > 0 ? "schedule.shifted-later" : "schedule.shifted-earlier",
            _ => "schedule.undone",
        };
        return reader.Words.Get(key, ("week", change.Week), ("n", Math.Abs(change.Days ?? 0)), ("moment", opens));
    }
}
