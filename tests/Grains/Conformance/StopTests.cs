namespace CohortCourses.Tests.Grains.Conformance;

public sealed class StopTests : IAsyncLifetime
{
    private readonly RuntimeFixture silo = new();

    public ValueTask InitializeAsync() => silo.InitializeAsync();

    public ValueTask DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task Stop_LetsCallsUnderWayEnd_ThenLetsTheGrainsGo()
    {
        var key = silo.NewKey();
        var lingering = silo.Grains.GetGrain<ILifeProbe>(key).Linger();
        await silo.Signals.WaitForNote(key, "lingers");
        var stop = silo.Stop();
        Assert.False(stop.IsCompleted);
        silo.Signals.Raise($"{key} go");
        await lingering;
        await stop;
        Assert.Equal(["alive", "lingers", "gone"], silo.Signals.Notes(key));
    }

    [Fact]
    public async Task Start_AfterAStop_FindsTheStateAsItWas()
    {
        var key = silo.NewKey();
        await silo.Grains.GetGrain<IStateProbe>(key).Remember("kept");
        await silo.Restart();
        Assert.Equal("kept", await silo.Grains.GetGrain<IStateProbe>(key).Recall());
    }
}
