namespace CohortCourses.Tests.Grains.Conformance;

public sealed class CallTests(RuntimeFixture silo) : IClassFixture<RuntimeFixture>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failure_ReachesTheCallerWithItsType_AndLeavesTheGrainUsable(bool atOnce)
    {
        var probe = silo.NewGrain<ITurnProbe>();
        var failure = await Assert.ThrowsAsync<FormatException>(() => probe.Fail("unreadable", atOnce));
        Assert.Equal("unreadable", failure.Message);
        Assert.Equal(3, await probe.Echo(3));
    }

    [Fact]
    public async Task Caller_WhenTheGrainTakesTooLong_GetsATimeoutAndTheGrainGoesOn()
    {
        var key = silo.NewKey();
        var probe = silo.Grains.GetGrain<ITurnProbe>(key);
        Assert.Equal(1, await probe.Echo(1));
        await Assert.ThrowsAsync<TimeoutException>(() => probe.Dawdle("slow"));
        silo.Signals.Raise($"{key} go slow");
        await silo.Signals.WaitForNote(key, "slow out");
        Assert.Equal(3, await probe.Echo(3));
    }

    [Fact]
    public async Task Caller_WhenItsTurnDoesNotCome_GetsATimeoutAndTheCallIsNeverMade()
    {
        var key = silo.NewKey();
        var probe = silo.Grains.GetGrain<ITurnProbe>(key);
        var write = probe.Write("write");
        await silo.Signals.WaitForNote(key, "write in");
        await Assert.ThrowsAsync<TimeoutException>(() => probe.Dawdle("late"));
        silo.Signals.Raise($"{key} go write");
        await write;
        Assert.Equal(3, await probe.Echo(3));
        Assert.Equal(["write in", "write out"], silo.Signals.Notes(key));
    }

    [Fact]
    public async Task Key_IsTheSameInTheGrainAndOnTheReference()
    {
        var probe = silo.Grains.GetGrain<ITurnProbe>("münster/第一/1");
        Assert.Equal("münster/第一/1", await probe.Key());
        Assert.Equal("münster/第一/1", probe.GetPrimaryKeyString());
    }

    [Fact]
    public void References_WhenToTheSameGrain_AreEqual()
    {
        var key = silo.NewKey();
        Assert.Equal(silo.Grains.GetGrain<ITurnProbe>(key), silo.Grains.GetGrain<ITurnProbe>(key));
        Assert.NotEqual(silo.Grains.GetGrain<ITurnProbe>(key), silo.NewGrain<ITurnProbe>());
        Assert.Single(new HashSet<ITurnProbe> { silo.Grains.GetGrain<ITurnProbe>(key), silo.Grains.GetGrain<ITurnProbe>(key) });
    }
}
