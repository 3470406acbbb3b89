using CohortCourses.Domain.Cohorts;
using CohortCourses.Grains.Documents;
using NodaTime;

namespace CohortCourses.Grains.Cohorts;

/// <summary>
/// Wakes a cohort when a week opens: a timer for the very instant while the grain is awake, and a reminder from two
/// minutes before to wake it at all. Neither decides anything; both only ask the rules what is due.
/// </summary>
internal sealed class ReleaseAlarm(TimeProvider clock)
{
    private const string Reminder = "release";

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(20);

    private IGrainTimer? timer;

    /// <summary>Sets the timer alone, as a grain does when it wakes.</summary>
    public void Arm(Grain grain, Cohort? cohort, Func<Task> ring)
    {
        timer?.Dispose();
        timer = null;
        if (NextDue(cohort) is not { } wait)
        {
            return;
        }

        timer = grain.RegisterGrainTimer(
            _ => ring(),
            new GrainTimerCreationOptions(wait < LongestTimer ? wait : LongestTimer, Timeout.InfiniteTimeSpan) { KeepAlive = false });
    }

    /// <summary>Sets the timer and the reminder anew, after the calendar moved or a week was announced.</summary>
    public async Task Set(Grain grain, Cohort? cohort, Func<Task> ring)
    {
        Arm(grain, cohort, ring);
        if (NextDue(cohort) is { } wait)
        {
            await grain.RegisterOrUpdateReminder(Reminder, wait > Ahead ? wait - Ahead : TimeSpan.Zero, Again);
        }
        else if (await grain.GetReminder(Reminder) is { } standing)
        {
            await grain.UnregisterReminder(standing);
        }
    }

    /// <summary>
    /// After a ring. In the last minutes before a release the reminder stays as it is: set anew it would ring at once, and again, and again.
    /// </summary>
    public Task Reset(Grain grain, Cohort? cohort, Func<Task> ring)
    {
        if (NextDue(cohort) is { } wait && wait <= Ahead + Again)
        {
            Arm(grain, cohort, ring);
            return Task.CompletedTask;
        }

        return Set(grain, cohort, ring);
    }

    private TimeSpan? NextDue(Cohort? cohort)
    {
        if (cohort is null)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        if (!cohort.DueReleases(now).IsEmpty)
        {
            return TimeSpan.Zero;
        }

        return cohort.Schedule.Next(now) is { } next ? (next.OpensAt - now).ToTimeSpan() : null;
    }
}
