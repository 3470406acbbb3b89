using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Cohorts;

public static class FitWords
{
    /// <summary>What becomes of a release time on a day when the clocks change over it; null on every other day.</summary>
    public static string? Fit(this Reader reader, WeekView week, string zone) => week.Fit switch
    {
        ReleaseFit.AfterGap => reader.Words.Get("fit.after-gap", ("city", Dates.CityOf(zone)), ("time", reader.Dates.TimeIn(week.OpensAt, zone))),
        ReleaseFit.FirstOfTwo => reader.Words.Get("fit.first-of-two", ("city", Dates.CityOf(zone)), ("time", reader.Dates.TimeIn(week.OpensAt, zone))),
        _ => null,
    };
}
