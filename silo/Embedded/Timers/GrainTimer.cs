namespace CohortCourses.Embedded;

/// <summary>A timer that lives as long as the activation; disposing stops it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <param name="dueTime">Time to the next tick.</param>
    /// <param name="period">Time from the end of a tick to the next one; <see cref="Timeout.InfiniteTimeSpan"/> for a single tick.</param>
    void Change(TimeSpan dueTime, TimeSpan period);
}

/// <summary>How a timer ticks.</summary>
public readonly record struct GrainTimerCreationOptions(TimeSpan DueTime, TimeSpan Period)
{
    /// <summary>Whether ticks may run beside calls.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether ticks keep the activation from going idle.</summary>
    public bool KeepAlive { get; init; }
}

public static class GrainTimers
{
    /// <summary>Calls back in turns of the grain. A tick that fails is logged, and the timer goes on.</summary>
    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
        new GrainTimer((Activation)grain.GrainContext, callback, options);

    /// <inheritdoc cref="RegisterGrainTimer(IGrainBase, Func{CancellationToken, Task}, GrainTimerCreationOptions)"/>
    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<CancellationToken, Task> callback, TimeSpan dueTime, TimeSpan period) =>
        grain.RegisterGrainTimer(callback, new(dueTime, period));
}
