using Microsoft.Extensions.Logging;

namespace CohortCourses.Embedded;

/// <summary>One reminder: due at its start and then every period. What it missed it makes up for with a single tick.</summary>
internal sealed partial class Reminder(GrainRuntime runtime, ReminderEntry entry) : IGrainReminder, IDisposable
{
    /// <summary>Timers take no longer wait; a longer one is waited for in pieces.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly Lock gate = new();
    private DateTimeOffset due = entry.StartAt;
    private ITimer? timer;
    private bool over;

    public string ReminderName => entry.Name;

    public void Arm()
    {
        lock (gate)
        {
            if (over)
            {
                return;
            }

            var wait = due - runtime.Clock.GetUtcNow();
            wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
            timer ??= runtime.Clock.CreateQuietTimer(Due, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            over = true;
            timer?.Dispose();
        }
    }

    private void Due()
    {
        if (runtime.Clock.GetUtcNow() < due)
        {
            Arm();
        }
        else
        {
            _ = Tick();
        }
    }

    private async Task Tick()
    {
        try
        {
            var status = new TickStatus(entry.StartAt.UtcDateTime, entry.Period, runtime.Clock.GetUtcNow().UtcDateTime);
            var grain = ReferenceShape.Of(typeof(IRemindable)).ToGrain(runtime, runtime.Named(entry.Grain.Type)!, entry.Grain.Key);
            await ((IRemindable)grain).ReceiveReminder(entry.Name, status);
        }
        catch (Exception exception)
        {
            LogTickFailed(runtime.Log, exception, entry.Name, entry.Grain.Type);
        }

        var missed = Math.Max(0, (runtime.Clock.GetUtcNow() - entry.StartAt) / entry.Period);
        due = entry.StartAt + (entry.Period * (Math.Floor(missed) + 1));
        Arm();
    }

    [LoggerMessage(122, LogLevel.Error, "Reminder {Reminder} of {Grain} failed; it comes again after its period")]
    private static partial void LogTickFailed(ILogger log, Exception exception, string reminder, string grain);
}
