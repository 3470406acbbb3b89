using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.People;

public sealed class KeyRingTests
{
    [Fact]
    public async Task Keys_AfterARestart_AreThoseThatWereAdded()
    {
        await using var pilot = await Pilot.StartAsync();
        Assert.Empty(await pilot.Grains.KeyRing().Keys());
        await pilot.Grains.KeyRing().Add(new("b", "<b/>"), 0);
        await pilot.Grains.KeyRing().Add(new("a", "<a/>"), 1);
        await pilot.Grains.KeyRing().Add(new("a", "<a/>"), 1);

        await pilot.Restart();

        Assert.Equal<RingKey>([new("a", "<a/>"), new("b", "<b/>")], await pilot.Grains.KeyRing().Keys());
    }
}
