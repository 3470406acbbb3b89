using CohortCourses.Domain.Cohorts;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

/// <summary>For every zone of the IANA database and three years: no week opens early, late or twice, and the order holds.</summary>
public sealed class EveryZoneLaws
{
    private static readonly LocalDate From = new(2026, 1, 1);
    private static readonly LocalDate To = new(2028, 12, 31);
    private static readonly int Days = Period.DaysBetween(From, To) + 1;

    private static readonly DateTimeZone[] AllZones = [.. DateTimeZoneProviders.Tzdb.Ids.Select(id => Zones.Find(id)!)];

    /// <summary>Times at which clocks change somewhere, and some at which they never do.</summary>
    private static readonly LocalTime[] Times =
    [
        new(0, 0), new(0, 30), new(1, 0), new(1, 59, 59), new(2, 0), new(2, 15), new(2, 30), new(3, 0), new(9, 0), new(23, 0), new(23, 59, 59),
    ];

    private static readonly Gen<LocalTime> AnyTime =
        from second in Gen.Choose(0, NodaConstants.SecondsPerDay - 1)
        select LocalTime.FromSecondsSinceMidnight(second);

    /// <summary>Start dates are taken so that each calendar day is the day of some week in each zone: 7 in a row, every 56 days.</summary>
    [Fact]
    public void Weeks_InEveryZoneOnEveryDayOfThreeYears_OpenAtTheFirstValidMomentInOrder()
    {
        var plans = 0;
        foreach (var zone in AllZones)
        {
            for (var day = 0; day < Days; day += day % 56 == 6 ? 50 : 1)
            {
                Check(zone, From.PlusDays(day), Times[plans++ % Times.Length]);
            }
        }

        Assert.True(plans > AllZones.Length * 100, $"Only {plans} plans were checked.");
    }

    /// <summary>Around each change of clocks, at times before, in and after the gap or the overlap.</summary>
    [Fact]
    public void Weeks_WhereverClocksChange_OpenAtTheFirstValidMomentInOrder()
    {
        var changes = 0;
        var span = new NodaTime.Interval(From.AtMidnight().InUtc().ToInstant(), To.AtMidnight().InUtc().ToInstant());
        foreach (var zone in AllZones)
        {
            foreach (var change in zone.GetZoneIntervals(span).Where(interval => interval.HasStart && span.Contains(interval.Start)))
            {
                changes++;
                foreach (var minutes in new[] { -61, -60, -31, -1, 0, 1, 29, 30, 59, 60, 61 })
                {
                    var local = change.IsoLocalStart.PlusMinutes(minutes);
                    Check(zone, local.Date.PlusDays(-7 * (changes % 8)), local.TimeOfDay);
                }
            }
        }

        Assert.True(changes > 1_000, $"Only {changes} changes of clocks were found.");
    }

    [Fact]
    public void Weeks_AtAnyTimeOfDayAndHoweverShifted_OpenAtTheFirstValidMomentInOrder() => Law.Holds(
        from zone in Gen.Elements(AllZones)
        from day in Gen.Choose(0, Days - 1)
        from time in AnyTime
        from week in Gen.Choose(1, 8)
        from days in Gen.Choose(1, 366)
        select (zone, start: From.PlusDays(day), time, week, days),
        asked => Check(asked.zone, asked.start, asked.time, new ScheduleChange.Shift("a", asked.week, asked.days)),
        times: 3_000);

    private static void Check(DateTimeZone zone, LocalDate start, LocalTime time, params ScheduleChange[] changes)
    {
        var schedule = Schedule.Of(Plan with { Zone = zone.Id, FirstDay = start, ReleaseTime = time }, changes);
        Instant? before = null;
        foreach (var week in schedule.Weeks)
        {
            var flaw = Flaw(week, zone, week.Date.At(time)) ?? (before >= week.OpensAt ? "out of order" : null);
            Assert.True(flaw is null, $"{zone.Id}, start {start} at {time}: week {week.Week} of {week.Date} opens {week.OpensAt}, {flaw}");
            before = week.OpensAt;
        }

        Assert.True(schedule.EndsAt > before, $"{zone.Id}, start {start} at {time}: ends {schedule.EndsAt}");
    }

    /// <summary>Judges by nothing but the clock on the wall: what it shows at an instant.</summary>
    private static string? Flaw(WeekRelease week, DateTimeZone zone, LocalDateTime asked)
    {
        var shown = Wall(zone, week.OpensAt);
        if (shown < asked)
        {
            return "early";
        }

        if (shown > asked && week.Fit != ReleaseFit.AfterGap)
        {
            return "late, and nothing says why";
        }

        foreach (var interval in zone.GetZoneIntervals(week.OpensAt - Duration.FromDays(2), week.OpensAt))
        {
            var end = interval.HasEnd ? Instant.Min(interval.End, week.OpensAt) : week.OpensAt;
            if (Wall(zone, end - Duration.Epsilon) >= asked)
            {
                return "late: the clock had shown the time before";
            }
        }

        return week.IsOpen(week.OpensAt) && !week.IsOpen(week.OpensAt - Duration.Epsilon) ? null : "not at its instant";
    }

    private static LocalDateTime Wall(DateTimeZone zone, Instant instant) => instant.InZone(zone).LocalDateTime;
}
