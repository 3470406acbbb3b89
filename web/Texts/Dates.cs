using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace CohortCourses.Web.Texts;

/// <summary>Dates and times as one reader sees them: in their language and zone.</summary>
public sealed class Dates(Words words, DateTimeZone zone)
{
    /// <summary>How many dates are kept as they were written last; then it begins anew.</summary>
    private const int MostKept = 8192;

    private static readonly ConcurrentDictionary<(string Pattern, string Language), LocalDateTimePattern> Patterns = new();

    private static readonly ConcurrentDictionary<(DateTimeOffset At, string Pattern, string Language, string Zone), string> Written = new();

    public DateTimeZone Zone => zone;

    /// <summary>The last part of the zone's id, which names its city: <c>Nairobi</c>.</summary>
    public string City => CityOf(zone.Id);

    /// <summary>Such as <c>Monday 1 March, 09:00</c>.</summary>
    public string Moment(DateTimeOffset at) => Format(at, words["date.moment"]);

    /// <summary>Such as <c>Monday 1 March, 09:00</c>, in another zone.</summary>
    public string MomentIn(DateTimeOffset at, string zoneId) => new Dates(words, ZoneOf(zoneId)).Moment(at);

    /// <summary>Such as <c>09:00</c>.</summary>
    public string Time(DateTimeOffset at) => Format(at, words["date.time"]);

    /// <summary>Such as <c>09:00</c>, in another zone.</summary>
    public string TimeIn(DateTimeOffset at, string zoneId) => new Dates(words, ZoneOf(zoneId)).Time(at);

    /// <summary>Whether it is the same day there as here.</summary>
    public bool IsSameDayIn(DateTimeOffset at, string zoneId) => at.ToInstant().InZone(zone).Date == at.ToInstant().InZone(ZoneOf(zoneId)).Date;

    /// <summary>Such as <c>Mon 1 Mar</c>.</summary>
    public string Short(DateTimeOffset at) => Format(at, words["date.short"]);

    /// <summary>Such as <c>Monday 1 March</c>.</summary>
    public string Day(DateTimeOffset at) => Format(at, words["date.day"]);

    /// <summary>Such as <c>Monday 1 March 2027</c>, for a date that belongs to no zone.</summary>
    public string Day(DateOnly date) => PatternOf(words["date.full"]).Format(LocalDate.FromDateOnly(date).AtMidnight());

    /// <summary>How long until then, in the two largest units: <c>in 2 days 4 hours</c>.</summary>
    public string Until(DateTimeOffset then, DateTimeOffset now)
    {
        var left = then - now;
        return left switch
        {
            { Ticks: <= 0 } => words["date.now"],
            { TotalMinutes: < 1 } => words["date.in-less-than-a-minute"],
            { TotalHours: < 1 } => words.Get("date.in-minutes", ("n", left.Minutes)),
            { TotalDays: < 1 } => words.Get("date.in-hours", ("n", left.Hours)),
            { TotalDays: < 14 } => words.Get("date.in-days", ("n", left.Days)),
            _ => words.Get("date.in-weeks", ("n", left.Days / 7)),
        };
    }

    /// <summary>The day that it is then in a zone.</summary>
    public static DateOnly DayIn(DateTimeOffset at, DateTimeZone zone) => at.ToInstant().InZone(zone).Date.ToDateOnly();

    public static DateTimeZone ZoneOf(string? id) => (id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)) ?? DateTimeZone.Utc;

    public static string CityOf(string zoneId) => zoneId.Split('/')[^1].Replace('_', ' ');

    /// <summary>A page of posts has fifty dates, and everybody in a zone reads the same ones.</summary>
    private string Format(DateTimeOffset at, string pattern)
    {
        var key = (at, pattern, words.Language.Tag, zone.Id);
        if (Written.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Written.Count >= MostKept)
        {
            Written.Clear();
        }

        return Written[key] = PatternOf(pattern).Format(at.ToInstant().InZone(zone).LocalDateTime);
    }

    /// <summary>Parsing a pattern costs more than all else on a page, and there are a dozen of them.</summary>
    private LocalDateTimePattern PatternOf(string pattern) => Patterns.GetOrAdd(
        (pattern, words.Language.Tag), static (key, culture) => LocalDateTimePattern.Create(key.Pattern, culture), words.Culture);
}
