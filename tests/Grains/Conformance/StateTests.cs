namespace CohortCourses.Tests.Grains.Conformance;

public sealed class StateTests(RuntimeFixture silo) : IClassFixture<RuntimeFixture>
{
    private readonly string key = silo.NewKey();

    private IStateProbe Probe => silo.Grains.GetGrain<IStateProbe>(key);

    private IRivalProbe Rival => silo.Grains.GetGrain<IRivalProbe>(key);

    [Fact]
    public async Task State_WhenNeverWritten_DoesNotExist() => Assert.Null(await Probe.Recall());

    [Fact]
    public async Task State_WhenWritten_IsThereForWhoeverReadsNext()
    {
        await Probe.Remember("one");
        Assert.Equal("one", await Probe.Recall());
        Assert.Equal("one", await Rival.Recall());
    }

    [Fact]
    public async Task State_WhenCleared_IsGone()
    {
        await Probe.Remember("one");
        await Probe.Forget();
        Assert.Null(await Probe.Recall());
        Assert.Null(await Rival.Recall());
        await Probe.Remember("two");
        Assert.Equal("two", await Probe.Recall());
    }

    [Fact]
    public async Task Write_WhenItsETagIsStale_FailsAndDropsTheActivation()
    {
        await Probe.Remember("one");
        var before = await Probe.Activation();
        await Rival.Remember("two");
        await Assert.ThrowsAsync<InconsistentStateException>(() => Probe.Remember("three"));
        Assert.Equal("two", await Probe.Recall());
        Assert.NotEqual(before, await Probe.Activation());
        await Probe.Remember("four");
        Assert.Equal("four", await Probe.Recall());
    }
}
