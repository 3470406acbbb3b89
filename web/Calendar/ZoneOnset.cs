using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Web.Calendar;

/// <summary>The same weekday of the same month every year.</summary>
/// <param name="Occurrence">1 to 4, or -1 for the last one.</param>
public sealed record YearlyRule(int Month, int Occurrence, IsoDayOfWeek Day)
{
    public LocalDate In(int year)
    {
        var first = new LocalDate(year, Month, 1);
        return Occurrence > 0
            ? first.With(DateAdjusters.NextOrSame(Day)).PlusWeeks(Occurrence - 1)
            : first.With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(Day));
    }

    /// <summary>The rule that gives just these dates, one in each of the years that follow each other, or null.</summary>
    public static YearlyRule? Of(IReadOnlyList<LocalDate> dates)
    {
        var first = dates[0];
        return new[] { -1, ((first.Day - 1) / 7) + 1 }
            .Where(occurrence => occurrence <= 4)
            .Select(occurrence => new YearlyRule(first.Month, occurrence, first.DayOfWeek))
            .FirstOrDefault(rule => dates.Select((date, index) => rule.In(first.Year + index) == date).All(same => same));
    }
}

/// <summary>A moment from which a zone keeps another offset, once or every year.</summary>
/// <param name="At">What the clocks showed when it came, still under <paramref name="From"/>.</param>
/// <param name="Rule">Null if it comes once.</param>
public sealed record ZoneOnset(LocalDateTime At, Offset From, Offset To, string Name, YearlyRule? Rule = null)
{
    private static readonly LocalDateTime Always = new(1970, 1, 1, 0, 0);

    public bool IsDaylight => To > From;

    /// <summary>
    /// What a reader must know of a zone to place everything between two instants. Outlook keeps one yearly change to summer
    /// time and one back, so that is the form wherever the zone follows it in the years around; elsewhere the offset that holds all the
    /// while, or each change by itself.
    /// </summary>
    /// <param name="last">Inclusive.</param>
    public static ImmutableArray<ZoneOnset> For(DateTimeZone zone, Instant first, Instant last)
    {
        if (Yearly(zone, first.InUtc().Year - 1, last.InUtc().Year + 1) is { } yearly)
        {
            return yearly;
        }

        ImmutableArray<ZoneOnset> onsets =
            [.. zone.GetZoneIntervals(new Interval(first, last.PlusTicks(1))).Select(interval => Of(zone, interval))];
        return onsets is [var only] ? [only with { At = Always, From = only.To }] : onsets;
    }

    private static ImmutableArray<ZoneOnset>? Yearly(DateTimeZone zone, int firstYear, int lastYear)
    {
        var years = new Interval(Instant.FromUtc(firstYear, 1, 1, 0, 0), Instant.FromUtc(lastYear + 1, 1, 1, 0, 0));
        var kinds = zone.GetZoneIntervals(years)
            .Where(interval => interval.HasStart && years.Contains(interval.Start))
            .Select(interval => Of(zone, interval))
            .GroupBy(onset => (onset.From, onset.To, onset.At.TimeOfDay))
            .Select(kind => kind.ToList())
            .ToList();
        if (kinds is not [[var one, ..] ones, [var other, ..] others]
            || ones.Count != lastYear - firstYear + 1 || others.Count != ones.Count
            || (one.From, one.To) != (other.To, other.From)
            || RuleOf(ones) is not { } rule || RuleOf(others) is not { } otherRule)
        {
            return null;
        }

        return [one with { Rule = rule }, other with { Rule = otherRule }];
    }

    private static YearlyRule? RuleOf(IEnumerable<ZoneOnset> onsets) => YearlyRule.Of([.. onsets.Select(onset => onset.At.Date)]);

    private static ZoneOnset Of(DateTimeZone zone, NodaTime.TimeZones.ZoneInterval interval)
    {
        if (!interval.HasStart)
        {
            return new(Always, interval.WallOffset, interval.WallOffset, interval.Name);
        }

        var before = zone.GetUtcOffset(interval.Start - Duration.Epsilon);
        return new(interval.Start.WithOffset(before).LocalDateTime, before, interval.WallOffset, interval.Name);
    }
}
