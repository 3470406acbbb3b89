namespace CohortCourses.Tests.Grains.Conformance;

public interface ITimerProbe : IGrainWithStringKey
{
    /// <summary>Notes "tick 1", "tick 2"... from then on.</summary>
    Task Start(TimeSpan dueTime, TimeSpan period);

    Task Stop();

    /// <summary>Notes "busy", waits for the signal "key go", notes "free".</summary>
    Task Work();

    Task Rest();
}

[GrainType("timer-probe")]
public sealed class TimerProbe(Signals signals) : Grain, ITimerProbe
{
    private IGrainTimer? timer;
    private int ticks;

    private string Key => this.GetPrimaryKeyString();

    public Task Start(TimeSpan dueTime, TimeSpan period)
    {
        timer = this.RegisterGrainTimer(Tick, dueTime, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        timer!.Dispose();
        return Task.CompletedTask;
    }

    public async Task Work()
    {
        signals.Note(Key, "busy");
        await signals.Wait($"{Key} go");
        signals.Note(Key, "free");
    }

    public Task Rest() => Task.CompletedTask;

    private Task Tick(CancellationToken token)
    {
        signals.Note(Key, $"tick {++ticks}");
        return ticks == 1 ? throw new FormatException("a failed tick stops nothing") : Task.CompletedTask;
    }
}
