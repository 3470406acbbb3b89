namespace CohortCourses.Tests.Grains.Conformance;

public sealed class LifeTests(RuntimeFixture silo) : IClassFixture<RuntimeFixture>
{
    private readonly string key = silo.NewKey();

    private ILifeProbe Probe => silo.Grains.GetGrain<ILifeProbe>(key);

    [Fact]
    public async Task Grain_StaysInMemoryBetweenCalls()
    {
        Assert.Equal(await Probe.Activation(), await Probe.Activation());
        Assert.Equal(["alive"], silo.Signals.Notes(key));
    }

    [Fact]
    public async Task Grain_WhenManyCallAtOnce_ComesAliveOnce()
    {
        var seen = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Probe.Activation())));
        Assert.Single(seen.Distinct());
        Assert.Equal(["alive"], silo.Signals.Notes(key));
    }

    [Fact]
    public async Task Grain_WhenItAsksToGo_IsAnotherActivationAtTheNextCall()
    {
        var before = await Probe.Activation();
        await Probe.Leave();
        Assert.NotEqual(before, await Probe.Activation());
        Assert.Equal(["alive", "gone", "alive"], silo.Signals.Notes(key));
    }

    [Fact]
    public async Task Grain_WhenItCannotComeAlive_FailsTheWaitingCallsAndTriesAgainAtTheNext()
    {
        silo.Signals.Note($"{key} health", "sick");
        var calls = Enumerable.Range(0, 3).Select(_ => Probe.Activation()).ToArray();
        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => call);
        }

        silo.Signals.Note($"{key} health", "well");
        Assert.Equal(await Probe.Activation(), await Probe.Activation());
        Assert.Equal(["alive"], silo.Signals.Notes(key));
    }
}
