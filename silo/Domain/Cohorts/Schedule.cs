using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Cohorts;

/// <summary>When one week opens. A skipped week keeps its day but never opens.</summary>
public sealed record WeekRelease(int Week, LocalDate Date, Instant OpensAt, ReleaseFit Fit, bool Skipped)
{
    /// <summary>Open from this instant on, inclusive.</summary>
    public bool IsOpen(Instant now) => !Skipped && now >= OpensAt;
}

/// <summary>The calendar of a cohort: computed from its plan and the changes that stand, never stored.</summary>
public sealed class Schedule
{
    private const int DaysInAWeek = 7;

    private Schedule(CohortPlan plan, ImmutableArray<WeekRelease> weeks)
    {
        Weeks = weeks;
        var last = weeks.Where(week => !week.Skipped).MaxBy(week => week.Week);
        EndsAt = Zones.Resolve((last ?? weeks[^1]).Date.PlusDays(DaysInAWeek).At(plan.ReleaseTime), plan.DateTimeZone).Instant;
    }

    /// <summary>All weeks in their order, the skipped ones too.</summary>
    public ImmutableArray<WeekRelease> Weeks { get; }

    /// <summary>A week after the last module opened.</summary>
    public Instant EndsAt { get; }

    public int Openable => Weeks.Count(week => !week.Skipped);

    public static Schedule Of(CohortPlan plan, IEnumerable<ScheduleChange> changes)
    {
        var dates = new LocalDate[plan.Weeks];
        var skipped = new bool[plan.Weeks];
        for (var index = 0; index < plan.Weeks; index++)
        {
            dates[index] = plan.FirstDay.PlusDays(index * DaysInAWeek);
        }

        foreach (var change in changes)
        {
            Apply(change, dates, skipped);
        }

        return new(plan, [.. dates.Select((date, index) => Release(plan, index + 1, date, skipped[index]))]);
    }

    public WeekRelease? Week(int week) => week >= 1 && week <= Weeks.Length ? Weeks[week - 1] : null;

    /// <summary>When a participant is expected to be done with a week: when the next one opens.</summary>
    public Instant DueAt(int week) =>
        Weeks.FirstOrDefault(later => later.Week > week && !later.Skipped)?.OpensAt ?? EndsAt;

    /// <summary>The next week to open, if any.</summary>
    public WeekRelease? Next(Instant now) => Weeks.FirstOrDefault(week => !week.Skipped && week.OpensAt > now);

    /// <summary>The week that opened last, if any.</summary>
    public WeekRelease? Current(Instant now) => Weeks.LastOrDefault(week => week.IsOpen(now));

    /// <summary>The first pair of weeks that would open in the wrong order or at the same time.</summary>
    public (WeekRelease Earlier, WeekRelease Later)? Disorder()
    {
        var open = Weeks.Where(week => !week.Skipped).ToList();
        for (var index = 1; index < open.Count; index++)
        {
            if (open[index - 1].OpensAt >= open[index].OpensAt)
            {
                return (open[index - 1], open[index]);
            }
        }

        return null;
    }

    private static void Apply(ScheduleChange change, LocalDate[] dates, bool[] skipped)
    {
        switch (change)
        {
            case ScheduleChange.Move move:
                dates[move.Week - 1] = move.To;
                break;
            case ScheduleChange.Skip skip:
                skipped[skip.Week - 1] = true;
                break;
            case ScheduleChange.Shift shift:
                for (var index = shift.Week - 1; index < dates.Length; index++)
                {
                    dates[index] = dates[index].PlusDays(shift.Days);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "An unknown kind of change.");
        }
    }

    private static WeekRelease Release(CohortPlan plan, int week, LocalDate date, bool skipped)
    {
        var (instant, fit) = Zones.Resolve(date.At(plan.ReleaseTime), plan.DateTimeZone);
        return new(week, date, instant, fit, skipped);
    }
}
