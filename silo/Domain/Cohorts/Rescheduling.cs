using NodaTime;

namespace CohortCourses.Domain.Cohorts;

/// <summary>
/// Moving, skipping and shifting weeks, and taking that back. A week that opened or was announced stays as it is, no
/// week opens by being changed, and the order of weeks holds.
/// </summary>
public static class Rescheduling
{
    public const int MostChanges = 100;

    public const int FarthestShift = 366;

    /// <summary>Decides a change. The same id twice is the same change once, and stays undone if it was.</summary>
    public static Decision<Cohort> Change(this Cohort cohort, ScheduleChange change, string by, Instant now)
    {
        if (cohort.Changes.Any(made => made.Change.Id == change.Id))
        {
            return Decision.Unchanged(cohort);
        }

        if (cohort.Schedule.Week(change.Week) is not { } week)
        {
            return CohortRejections.NoSuchWeek(change.Week);
        }

        if (cohort.Changes.Count >= MostChanges)
        {
            return CohortRejections.TooManyChanges;
        }

        if (week.Skipped && change is not ScheduleChange.Shift)
        {
            return CohortRejections.WeekSkipped(week.Week);
        }

        if (change is ScheduleChange.Shift { Days: 0 or < -FarthestShift or > FarthestShift })
        {
            return CohortRejections.ShiftTooFar;
        }

        if (change is ScheduleChange.Move move && move.To == week.Date)
        {
            return CohortRejections.SameDay(week.Week, week.Date);
        }

        if (Latest(cohort, change) is var latest && latest > now.InZone(cohort.Plan.DateTimeZone).Date.PlusYears(CohortPlan.MostYearsAhead))
        {
            return CohortRejections.TooFarAhead(latest);
        }

        return Check(cohort, cohort with { Changes = cohort.Changes.Add(new(change, cohort.NewsCount + 1, by, now)) }, now);
    }

    /// <summary>Takes a change back. Taken back twice it is taken back once.</summary>
    public static Decision<Cohort> Undo(this Cohort cohort, string changeId, Instant now)
    {
        var index = cohort.Changes.FindIndex(made => made.Change.Id == changeId);
        if (index < 0)
        {
            return CohortRejections.NoSuchChange;
        }

        var made = cohort.Changes[index];
        if (!made.Stands)
        {
            return Decision.Unchanged(cohort);
        }

        return Check(cohort, cohort with { Changes = cohort.Changes.SetItem(index, made with { Number = cohort.NewsCount + 1, UndoneAt = now }) }, now);
    }

    private static LocalDate Latest(Cohort cohort, ScheduleChange change) => change switch
    {
        ScheduleChange.Move move => move.To,
        ScheduleChange.Shift { Days: > 0 } shift => cohort.Schedule.Weeks.Max(week => week.Date).PlusDays(shift.Days),
        _ => LocalDate.MinIsoValue,
    };

    private static Decision<Cohort> Check(Cohort before, Cohort after, Instant now)
    {
        var schedule = after.Schedule;
        foreach (var (was, becomes) in before.Schedule.Weeks.Zip(schedule.Weeks))
        {
            if (was == becomes)
            {
                continue;
            }

            if (was.IsOpen(now) || before.Releases.ContainsKey(was.Week))
            {
                return CohortRejections.WeekIsOpen(was.Week);
            }

            if (!becomes.Skipped && becomes.OpensAt <= now)
            {
                return CohortRejections.OpensInThePast(becomes.Week, becomes.Date);
            }
        }

        if (schedule.Openable == 0)
        {
            return CohortRejections.NothingLeft;
        }

        return schedule.Disorder() is { } pair ? CohortRejections.Order(pair.Earlier.Week, pair.Later.Week) : after;
    }
}
