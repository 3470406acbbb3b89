namespace CohortCourses.Tests.Grains.Conformance;

public sealed class ChainTests(RuntimeFixture silo) : IClassFixture<RuntimeFixture>
{
    private readonly string a = silo.NewKey();
    private readonly string b = silo.NewKey();
    private readonly string c = silo.NewKey();

    [Fact]
    public async Task Chain_WhenItRunsStraight_Arrives() => Assert.Equal(2, await At(a).Visit([b, c]));

    [Fact]
    public async Task Cycle_Fails_AndLeavesTheGrainsUsable()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => At(a).Visit([b, c, a]));
        silo.AssertCycle(failure, "chain-probe Visit", "chain-probe Visit", "chain-probe Visit", "chain-probe Visit");
        Assert.Equal(2, await At(a).Visit([b, c]));
    }

    [Fact]
    public async Task Cycle_WhenAGrainCallsItself_Fails()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => At(a).Visit([a]));
        silo.AssertCycle(failure, "chain-probe Visit", "chain-probe Visit");
        Assert.Equal(0, await At(a).Visit([]));
    }

    [Fact]
    public async Task Diamond_IsNoCycle()
    {
        Assert.Equal(2, await At(a).Visit([b, c]));
        Assert.Equal(1, await At(a).Visit([c]));
        Assert.Equal(2, await At(c).Visit([b, a]));
    }

    [Fact]
    public async Task OneWayCall_MayGoBackUpTheChain()
    {
        await At(a).VisitAndTell([b, c, a]);
        await silo.Signals.WaitForNote(a, "told");
    }

    [Fact]
    public async Task InterleavedCall_MayGoBackUpTheChain() => Assert.Equal(103, await At(a).VisitAndPeek([b, c, a]));

    private IChainProbe At(string key) => silo.Grains.GetGrain<IChainProbe>(key);
}
