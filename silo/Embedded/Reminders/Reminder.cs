using Microsoft.Extensions.Logging;

namespace CohortCourses.Embedded;

/// <summary>
/// One reminder: due at its start and then every period. What it missed, because nobody ran or the clock leapt, it makes up for with
/// a single tick at once.
/// </summary>
internal sealed partial class Reminder(GrainRuntime runtime, ReminderEntry entry) : IGrainReminder, IDisposable
{
    /// <summary>Timers take no longer wait; a longer one is waited for in pieces.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly Lock gate = new();
    private DateTimeOffset due = entry.StartAt;
    private ITimer? timer;
    private bool ticking;
    private bool again;
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
            timer ??= runtime.Clock.CreateQuietTimer(Woken, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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

    private void Woken()
    {
        var tick = false;
        lock (gate)
        {
            var now = runtime.Clock.GetUtcNow();
            if (now >= due)
            {
                due = entry.StartAt + (entry.Period * (Math.Floor((now - entry.StartAt) / entry.Period) + 1));
                tick = !ticking && !over;
                again = ticking;
                ticking |= tick;
            }
        }

        Arm();
        if (tick)
        {
            _ = Tick();
        }
    }

    /// <summary>Ticks, and once more if a further tick fell due meanwhile.</summary>
    private async Task Tick()
    {
        do
        {
            lock (gate)
            {
                again = false;
            }

            try
            {
                await Remind();
            }
            catch (Exception exception)
            {
                LogTickFailed(runtime.Log, exception, entry.Name, entry.Grain.Type);
            }
        }
        while (GoesOn());
    }

    private bool GoesOn()
    {
        lock (gate)
        {
            ticking = again && !over;
            return ticking;
        }
    }

    private Task Remind()
    {
        var grain = ReferenceShape.Of(typeof(IRemindable)).ToGrain(runtime, runtime.Named(entry.Grain.Type)!, entry.Grain.Key);
        return ((IRemindable)grain).ReceiveReminder(
            entry.Name,
            new(entry.StartAt.UtcDateTime, entry.Period, runtime.Clock.GetUtcNow().UtcDateTime));
    }

    [LoggerMessage(122, LogLevel.Error, "Reminder {Reminder} of a {Grain} failed; it comes again after its period")]
    private static partial void LogTickFailed(ILogger log, Exception exception, string reminder, string grain);
}
