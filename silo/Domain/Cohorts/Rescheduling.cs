using NodaTime;

namespace CohortCourses.Domain.Cohorts;

/// <summary>Moving, skipping and shifting weeks, and taking that back. An open week never shuts, and the order of weeks holds.</summary>
public static class Rescheduling
{
    public const int MostChanges = 100;

    public const int FarthestShift = 366;

    /// <summary>Decides a change. The same id twice is the same change once.</summary>
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

        var after = cohort with { Changes = cohort.Changes.Add(new(change, cohort.NewsCount + 1, by, now)) };
        return Check(cohort.Schedule, after.Schedule, now) is { } refused ? refused : after;
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

        var after = cohort with { Changes = cohort.Changes.SetItem(index, made with { Number = cohort.NewsCount + 1, UndoneAt = now }) };
        return Check(cohort.Schedule, after.Schedule, now) is { } refused ? refused : after;
    }

    private static Rejection? Check(Schedule before, Schedule after, Instant now)
    {
        foreach (var (was, becomes) in before.Weeks.Zip(after.Weeks))
        {
            if (was == becomes)
            {
                continue;
            }

            if (was.IsOpen(now))
            {
                return CohortRejections.WeekIsOpen(was.Week);
            }

            if (!becomes.Skipped && becomes.OpensAt <= now)
            {
                return CohortRejections.OpensInThePast(becomes.Week, becomes.Date);
            }
        }

        if (after.Openable == 0)
        {
            return CohortRejections.NothingLeft;
        }

        return after.Disorder() is { } pair ? CohortRejections.Order(pair.Earlier.Week, pair.Later.Week) : null;
    }
}
