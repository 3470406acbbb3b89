namespace CohortCourses.Embedded;

internal static class QuietTimer
{
    /// <summary>A timer that does not carry the execution context of whoever happened to make it.</summary>
    public static ITimer CreateQuietTimer(this TimeProvider clock, Action callback, TimeSpan dueTime, TimeSpan period)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return clock.CreateTimer(static state => ((Action)state!)(), callback, dueTime, period);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return clock.CreateTimer(static state => ((Action)state!)(), callback, dueTime, period);
        }
    }
}
