namespace CohortCourses.Hosting;

/// <summary>One timer of a <see cref="SteerableClock"/>.</summary>
internal sealed class SteerableTimer(SteerableClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private volatile bool disposed;

    /// <summary>When it fires next. The queue guards it.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Its place among timers that are due at the same instant. The queue guards it.</summary>
    public long Order { get; set; }

    /// <summary>Zero for a timer that fires once.</summary>
    public TimeSpan Period { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (disposed)
        {
            return false;
        }

        Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
        clock.Schedule(this, dueTime == Timeout.InfiniteTimeSpan ? null : clock.Now + dueTime);
        return true;
    }

    /// <summary>Calls back, having set the next time first, so that the callback may change it.</summary>
    public void Fire(DateTimeOffset next)
    {
        if (disposed)
        {
            return;
        }

        if (Period > TimeSpan.Zero)
        {
            clock.Schedule(this, next);
        }

        if (context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(context, static self => ((SteerableTimer)self!).CallBack(), this);
        }
    }

    public void Dispose()
    {
        disposed = true;
        clock.Schedule(this, dueAt: null);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void CallBack() => callback(state);
}
