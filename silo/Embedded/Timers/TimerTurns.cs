namespace CohortCourses.Embedded;

/// <summary>Turns what the clock says into calls of one activation.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Lock gate = new();
    private readonly Activation activation;
    private readonly Func<CancellationToken, Task> callback;
    private readonly CancellationTokenSource stopped = new();
    private readonly ITimer timer;
    private TimeSpan period;
    private int version;
    private bool over;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        (this.activation, this.callback, Options) = (activation, callback, options);
        timer = activation.Clock.CreateQuietTimer(Due, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        activation.Keep(this);
        Change(options.DueTime, options.Period);
    }

    public GrainTimerCreationOptions Options { get; }

    /// <summary>Whether it ticks so often that the activation is never idle, also where a clock leaps over many ticks.</summary>
    public bool KeepsAwake(TimeSpan limit) => Options.KeepAlive && period >= TimeSpan.Zero && period < limit;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (over)
            {
                return;
            }

            this.period = period;
            version++;
            timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (over)
            {
                return;
            }

            over = true;
        }

        timer.Dispose();
        stopped.Cancel();
        activation.Forget(this);
    }

    /// <summary>One tick; the next is set when it has ended, unless the timer was changed meanwhile.</summary>
    public async Task Tick()
    {
        int began;
        lock (gate)
        {
            if (over)
            {
                return;
            }

            began = version;
        }

        try
        {
            await callback(stopped.Token);
        }
        finally
        {
            lock (gate)
            {
                if (!over && began == version && period != Timeout.InfiniteTimeSpan)
                {
                    timer.Change(period, Timeout.InfiniteTimeSpan);
                }
            }
        }
    }

    private void Due() => activation.TrySubmit(new TimerTick(this), mayRunHere: false, out _);
}

/// <summary>A tick as a call that nobody waits for.</summary>
internal sealed class TimerTick : VoidCall
{
    private static readonly GrainMethod TickMethod = new(typeof(ITicking).GetMethod(nameof(ITicking.TimerTick))!);
    private readonly GrainTimer timer;

    public TimerTick(GrainTimer timer)
    {
        this.timer = timer;
        Method = TickMethod;
    }

    private interface ITicking
    {
        [OneWay]
        Task TimerTick();
    }

    public override CallMode Mode => timer.Options.Interleave ? CallMode.Interleaved : CallMode.Exclusive;

    public override bool Moves => false;

    public override bool KeepsAlive => timer.Options.KeepAlive;

    public override Task Invoke(object target) => timer.Tick();
}
