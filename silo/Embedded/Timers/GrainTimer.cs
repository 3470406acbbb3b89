namespace CohortCourses.Embedded;

/// <summary>A timer that lives as long as the activation; disposing stops it.</summary>
public interface IGrainTimer : IDisposable
{
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
