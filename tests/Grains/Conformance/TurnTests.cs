namespace CohortCourses.Tests.Grains.Conformance;

public sealed class TurnTests(RuntimeFixture silo) : IClassFixture<RuntimeFixture>
{
    private readonly string key = silo.NewKey();

    private ITurnProbe Probe => silo.Grains.GetGrain<ITurnProbe>(key);

    [Fact]
    public async Task Call_WhenAnotherIsUnderWay_WaitsUntilItIsDone()
    {
        var first = Probe.Write("first");
        await In("first");
        var second = Probe.Write("second");
        Assert.Equal(["first in"], await Probe.Notes());
        Go("first");
        await first;
        await In("second");
        Go("second");
        await second;
        Assert.Equal(["first in", "first out", "second in", "second out"], await Probe.Notes());
    }

    [Fact]
    public async Task Calls_WhenManyComeAtOnce_DoNotOverlap()
    {
        var seen = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => Probe.Add())));
        Assert.Equal(Enumerable.Range(0, 500), seen.Order());
    }

    [Fact]
    public async Task Reads_RunBesideEachOther()
    {
        var first = Probe.Read("first");
        var second = Probe.Read("second");
        await In("first");
        await In("second");
        Go("second");
        await second;
        Go("first");
        await first;
    }

    [Fact]
    public async Task Reads_WhenTheyInterleave_StillNeverRunAtTheSameInstant()
    {
        var alone = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Probe.AloneOnItsThread())));
        Assert.All(alone, Assert.True);
    }

    [Fact]
    public async Task Write_WhenAReadIsUnderWay_Waits()
    {
        var read = Probe.Read("read");
        await In("read");
        var write = Probe.Write("write");
        Assert.Equal(["read in"], await Probe.Notes());
        Go("read");
        await read;
        await In("write");
        Go("write");
        await write;
    }

    [Fact]
    public async Task Read_WhenAWriteIsUnderWay_Waits()
    {
        var write = Probe.Write("write");
        await In("write");
        var read = Probe.Read("read");
        Assert.Equal(["write in"], await Probe.Notes());
        Go("write");
        Go("read");
        await Task.WhenAll(write, read);
        Assert.Equal(["write in", "write out", "read in", "read out"], await Probe.Notes());
    }

    [Fact]
    public async Task AlwaysInterleave_RunsBesideAWrite()
    {
        var write = Probe.Write("write");
        await In("write");
        Go("peek");
        await Probe.Peek("peek");
        Go("write");
        await write;
        Assert.Equal(["write in", "peek in", "peek out", "write out"], await Probe.Notes());
    }

    [Fact]
    public async Task OneWay_ReturnsBeforeTheGrainIsDone()
    {
        await Probe.Tell("news");
        await In("news");
        Go("news");
        await silo.Signals.WaitForNote(key, "news out");
    }

    [Fact]
    public async Task OneWay_WhenItFails_TellsNobodyAndLeavesTheGrainUsable()
    {
        await Probe.TellBadly();
        Assert.Equal(7, await Probe.Echo(7));
    }

    private Task In(string name) => silo.Signals.WaitForNote(key, $"{name} in");

    private void Go(string name) => silo.Signals.Raise($"{key} go {name}");
}
