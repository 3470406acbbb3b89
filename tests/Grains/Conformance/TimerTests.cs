namespace CohortCourses.Tests.Grains.Conformance;

public sealed class TimerTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly RuntimeFixture silo = new();
    private string key = "";

    private ITimerProbe Probe => silo.Grains.GetGrain<ITimerProbe>(key);

    public async ValueTask InitializeAsync()
    {
        await silo.InitializeAsync();
        key = silo.NewKey();
    }

    public ValueTask DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task Timer_TicksAgainAndAgain_AlsoAfterATickThatFailed()
    {
        await Probe.Start(dueTime: Second, period: Second);
        await PassASecond();
        await silo.Signals.WaitForNote(key, "tick 1");
        await PassASecond();
        await silo.Signals.WaitForNote(key, "tick 2");
        await PassASecond();
        await silo.Signals.WaitForNote(key, "tick 3");
    }

    [Fact]
    public async Task Timer_WhenACallIsUnderWay_WaitsForItsTurn()
    {
        await Probe.Start(dueTime: Second, period: Second);
        var work = Probe.Work();
        await silo.Signals.WaitForNote(key, "busy");
        await silo.PassTime(Second);
        silo.Signals.Raise($"{key} go");
        await work;
        await silo.Signals.WaitForNote(key, "tick 1");
        Assert.Equal(["busy", "free", "tick 1"], silo.Signals.Notes(key));
    }

    [Fact]
    public async Task Timer_WhenStopped_TicksNoMore()
    {
        await Probe.Start(dueTime: Second, period: Second);
        await PassASecond();
        await silo.Signals.WaitForNote(key, "tick 1");
        await Probe.Stop();
        await PassASecond();
        await Probe.Rest();
        Assert.Equal(["tick 1"], silo.Signals.Notes(key));
    }

    /// <summary>The next tick is set when the last has ended, and so before a call that came later is answered.</summary>
    private async Task PassASecond()
    {
        await Probe.Rest();
        await silo.PassTime(Second);
    }
}
