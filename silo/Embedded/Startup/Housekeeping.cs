namespace CohortCourses.Embedded;

/// <summary>Looks after all mailboxes now and then: fails calls that are overdue (real time), lets idle activations go (the idle clock).</summary>
internal sealed class Housekeeping : IDisposable
{
    private readonly GrainRuntime runtime;
    private readonly ITimer overdue;
    private readonly ITimer idle;

    public Housekeeping(GrainRuntime runtime, TimeSpan shortestTimeout)
    {
        this.runtime = runtime;
        var look = TimeSpan.FromMilliseconds(Math.Clamp(shortestTimeout.TotalMilliseconds / 4, 20, 1000));
        overdue = TimeProvider.System.CreateQuietTimer(FailOverdue, look, look);
        var scan = runtime.Options.IdleLimit / 5;
        idle = runtime.Options.IdleClock.CreateQuietTimer(LetIdleGo, scan, scan);
    }

    public void Dispose()
    {
        overdue.Dispose();
        idle.Dispose();
    }

    private void FailOverdue()
    {
        var now = Environment.TickCount64;
        foreach (var mailbox in runtime.Mailboxes)
        {
            mailbox.FailOverdue(now);
        }
    }

    private void LetIdleGo()
    {
        var now = runtime.Options.IdleClock.GetUtcNow();
        foreach (var activation in runtime.Activations)
        {
            activation.LeaveIfIdle(now, runtime.Options.IdleLimit);
        }
    }
}
