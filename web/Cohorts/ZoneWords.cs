using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Cohorts;

/// <summary>Says in whose time a date is, with the cohort's beside the reader's where they differ.</summary>
public static class ZoneWords
{
    /// <summary>What stands under a date in the reader's zone: <c>your time (Nairobi) · 07:00 in the cohort's zone (Berlin)</c>.</summary>
    public static string ZonesOf(this Reader reader, DateTimeOffset at, string zone) => reader.Zone == zone
        ? reader.Words.Get("zones.same", ("city", reader.Dates.City))
        : reader.Words.Get("home.zones", ("city", reader.Dates.City), ("time", reader.TimeOrMoment(at, zone)), ("other", Dates.CityOf(zone)));

    /// <summary>What stands over a table of dates.</summary>
    public static string ZonesOfTable(this Reader reader, string zone) => reader.Zone == zone
        ? reader.Words.Get("zones.same-table", ("city", reader.Dates.City))
        : reader.Words.Get("zones.table", ("city", reader.Dates.City), ("other", Dates.CityOf(zone)));

    /// <summary>A date in the cohort's zone: <c>07:00 in Berlin</c>.</summary>
    public static string There(this Reader reader, DateTimeOffset at, string zone) =>
        reader.Words.Get("zones.there", ("moment", reader.TimeOrMoment(at, zone)), ("city", Dates.CityOf(zone)));

    /// <summary>The time alone if it is the same day there.</summary>
    private static string TimeOrMoment(this Reader reader, DateTimeOffset at, string zone) =>
        reader.Dates.IsSameDayIn(at, zone) ? reader.Dates.TimeIn(at, zone) : reader.Dates.MomentIn(at, zone);
}
