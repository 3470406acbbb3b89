using CohortCourses.Contracts;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.People;

public sealed class PassphraseLinkTests
{
    [Fact]
    public async Task Link_IsUsedOnce_AndOutlivesARestart()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        await pilot.Grains.PassphraseLink("amina").Issue("hash", Pilot.Sunday.AddDays(1));
        await pilot.Restart();

        Assert.True(await pilot.Grains.PassphraseLink("amina").Opens("hash"));
        Assert.False(await pilot.Grains.PassphraseLink("amina").Use("another"));
        Assert.True(await pilot.Grains.PassphraseLink("amina").Use("hash"));
        Assert.False(await pilot.Grains.PassphraseLink("amina").Use("hash"));
    }

    [Fact]
    public async Task Issue_EndsTheLinkBefore_AndTheSameTwiceIsOne()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Grains.PassphraseLink("amina").Issue("first", Pilot.Sunday.AddDays(1));
        await pilot.Grains.PassphraseLink("amina").Issue("second", Pilot.Sunday.AddDays(1));
        await pilot.Grains.PassphraseLink("amina").Issue("second", Pilot.Sunday.AddDays(1));

        Assert.False(await pilot.Grains.PassphraseLink("amina").Opens("first"));
        Assert.True(await pilot.Grains.PassphraseLink("amina").Use("second"));
        Assert.False(await pilot.Grains.PassphraseLink("amina").Opens("second"));
    }

    [Fact]
    public async Task Link_AtTheInstantItEnds_OpensNothing()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Grains.PassphraseLink("amina").Issue("hash", Pilot.Sunday);

        Assert.False(await pilot.Grains.PassphraseLink("amina").Opens("hash"));
        await pilot.Grains.PassphraseLink("amina").Revoke();
        await pilot.Grains.PassphraseLink("amina").Revoke();
    }
}
