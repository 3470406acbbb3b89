namespace CohortCourses.Hosting;

/// <summary>
/// The one owner of fake time, for the demo and for tests. It runs at a speed, or stands still, and can be moved ahead; its timers
/// follow. Timestamps stay real, so that durations of real work are real.
/// </summary>
public sealed class SteerableClock : TimeProvider, IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly Lock steering = new();
    private readonly TimerQueue queue = new();
    private readonly ITimer alarm;
    private volatile Anchor anchor;

    /// <summary>A clock that shows the real time until it is steered.</summary>
    public SteerableClock()
        : this(System.GetUtcNow())
    {
    }

    /// <param name="start">The time it shows at first.</param>
    /// <param name="speed">Seconds that pass in one real second; 0 stops the clock.</param>
    public SteerableClock(DateTimeOffset start, double speed = 1)
    {
        anchor = new(start.ToUniversalTime(), System.GetTimestamp(), speed);
        alarm = System.CreateTimer(static self => ((SteerableClock)self!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset Now => anchor.Now;

    /// <summary>Seconds that pass in one real second; at 0 the clock moves by hand alone.</summary>
    public double Speed
    {
        get => anchor.Speed;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            lock (steering)
            {
                anchor = new(Now, System.GetTimestamp(), value);
                SetAlarm();
            }
        }
    }

    /// <summary>A clock that stands still until it is moved.</summary>
    public static SteerableClock Frozen(DateTimeOffset at) => new(at, speed: 0);

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>
    /// Lets time pass in no time: every timer that falls due meanwhile has fired, in order and seeing its own due instant, when this
    /// returns. A periodic timer fires for every period, so for weeks rather use <see cref="JumpTo"/>.
    /// </summary>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        lock (steering)
        {
            var target = Now + span;
            while (queue.TakeDue(target) is { } timer)
            {
                MoveTo(timer.DueAt);
                timer.Fire(next: timer.DueAt + timer.Period);
            }

            MoveTo(target);
            SetAlarm();
        }
    }

    /// <summary>
    /// Leaps ahead: the clock shows the new time at once, then what fell due fires, in order, before this returns. A periodic timer
    /// fires once for the whole leap.
    /// </summary>
    public void JumpTo(DateTimeOffset instant)
    {
        lock (steering)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(instant, Now);
            MoveTo(instant.ToUniversalTime());
            FireDue();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SteerableTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose() => alarm.Dispose();

    internal void Schedule(SteerableTimer timer, DateTimeOffset? dueAt)
    {
        if (queue.Set(timer, dueAt))
        {
            SetAlarm();
        }
    }

    private void Wake()
    {
        lock (steering)
        {
            FireDue();
        }
    }

    /// <summary>Fires what is due by now. What the callbacks set anew waits for the next alarm, so none can hold the clock.</summary>
    private void FireDue()
    {
        var (now, last) = (Now, queue.Last);
        while (queue.TakeDue(now, last) is { } timer)
        {
            timer.Fire(next: now + timer.Period);
        }

        SetAlarm();
    }

    /// <summary>Never back: the clock may have run on by itself.</summary>
    private void MoveTo(DateTimeOffset instant)
    {
        if (instant > Now)
        {
            anchor = new(instant, System.GetTimestamp(), Speed);
        }
    }

    /// <summary>Has the earliest timer wake the clock in real time, unless only a hand can make it due.</summary>
    private void SetAlarm()
    {
        var shown = anchor;
        var now = shown.Now;
        if (queue.Earliest is not { } earliest || (shown.Speed == 0 && earliest > shown.At))
        {
            return;
        }

        var wait = earliest <= now ? TimeSpan.Zero : ((earliest - now) / shown.Speed) + TimeSpan.FromMilliseconds(1);
        alarm.Change(wait < LongestSleep ? wait : LongestSleep, Timeout.InfiniteTimeSpan);
    }

    private sealed record Anchor(DateTimeOffset At, long Timestamp, double Speed)
    {
        public DateTimeOffset Now => Speed == 0 ? At : At + (System.GetElapsedTime(Timestamp) * Speed);
    }
}
