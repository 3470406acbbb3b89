using NodaTime;

namespace CohortCourses.Grains.Documents;

/// <summary>
/// Wakes a grain at an instant: a timer for the very instant while the grain is awake, and a reminder from two minutes before to wake it at
/// all. Neither decides anything; both only make the grain ask its rules what is due.
/// </summary>
internal sealed class Alarm(string reminder, TimeProvider clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(20);

    private IGrainTimer? timer;

    /// <summary>Sets the timer alone, as a grain does when it wakes. Null is never.</summary>
    public void Arm(Grain grain, Instant? due, Func<Task> ring)
    {
        timer?.Dispose();
        timer = null;
        if (WaitFor(due) is { } wait)
        {
            timer = grain.RegisterGrainTimer(
                _ => ring(),
                new GrainTimerCreationOptions(wait < LongestTimer ? wait : LongestTimer, Timeout.InfiniteTimeSpan) { KeepAlive = false });
        }
    }

    /// <summary>Sets the timer and the reminder anew, after what is due changed or was done.</summary>
    public async Task Set(Grain grain, Instant? due, Func<Task> ring)
    {
        Arm(grain, due, ring);
        if (WaitFor(due) is { } wait)
        {
            await grain.RegisterOrUpdateReminder(reminder, wait > Ahead ? wait - Ahead : TimeSpan.Zero, Again);
        }
        else if (await grain.GetReminder(reminder) is { } standing)
        {
            await grain.UnregisterReminder(standing);
        }
    }

    /// <summary>
    /// After a ring. In the last minutes before it is due the reminder stays as it is: set anew it would ring at once, and again, and again.
    /// </summary>
    public Task Reset(Grain grain, Instant? due, Func<Task> ring)
    {
        if (WaitFor(due) is { } wait && wait <= Ahead + Again)
        {
            Arm(grain, due, ring);
            return Task.CompletedTask;
        }

        return Set(grain, due, ring);
    }

    private TimeSpan? WaitFor(Instant? due) => due is { } instant
        ? Duration.Max(instant - clock.GetCurrentInstant(), Duration.Zero).ToTimeSpan()
        : null;
}
