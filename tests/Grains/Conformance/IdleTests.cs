namespace CohortCourses.Tests.Grains.Conformance;

public sealed class IdleTests : IAsyncLifetime
{
    private readonly RuntimeFixture silo = new();

    public ValueTask InitializeAsync() => silo.InitializeAsync();

    public ValueTask DisposeAsync() => silo.DisposeAsync();

    [Fact]
    public async Task Grain_WhenNobodyCallsItForLong_Goes()
    {
        var key = silo.NewKey();
        var probe = silo.Grains.GetGrain<ILifeProbe>(key);
        var before = await probe.Activation();
        await silo.PassIdleLimit();
        await silo.Signals.WaitForNote(key, "gone");
        Assert.NotEqual(before, await probe.Activation());
    }

    [Fact]
    public async Task Grain_WhenItHasGoneIdle_ComesBackWithItsState()
    {
        var probe = silo.NewGrain<IStateProbe>();
        await probe.Remember("kept");
        var before = await probe.Activation();
        await silo.PassIdleLimit();
        Assert.Equal("kept", await probe.Recall());
        Assert.NotEqual(before, await probe.Activation());
    }

    [Fact]
    public async Task Grain_WhenACallIsUnderWay_IsNotIdle()
    {
        var key = silo.NewKey();
        var probe = silo.Grains.GetGrain<ILifeProbe>(key);
        var before = await probe.Activation();
        var lingering = probe.Linger();
        await silo.Signals.WaitForNote(key, "lingers");
        await silo.PassIdleLimit();
        silo.Signals.Raise($"{key} go");
        await lingering;
        Assert.Equal(before, await probe.Activation());
    }
}
