using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Cohorts;

/// <summary>Whoever keeps the names of a cohort asks what changed, and reads only those again.</summary>
public sealed class RosterNewsTests
{
    [Fact]
    public async Task RosterSince_WithoutAStamp_IsEveryone_ThenNobodyUntilSomethingChanges()
    {
        await using var pilot = await Two();
        var cohort = pilot.Grains.Cohort("spring");

        var first = await cohort.RosterSince(null);
        var second = await cohort.RosterSince(first.Stamp);

        Assert.True(first.IsWhole);
        Assert.Equal(["amina", "kenji"], first.Members.Select(member => member.Learner));
        Assert.Equal((first.Stamp, false, 0, 0), (second.Stamp, second.IsWhole, second.Members.Length, second.Gone.Length));
    }

    [Fact]
    public async Task RosterSince_TellsWhoJoinedLeftAndChanged_EachOnce()
    {
        await using var pilot = await Two();
        var cohort = pilot.Grains.Cohort("spring");
        var stamp = (await cohort.RosterSince(null)).Stamp;

        await pilot.Join("noor");
        await cohort.AssignRole("noor", CohortRole.Mentor);
        await cohort.SwitchTrack("noor", "nascent");
        await pilot.Grains.Learner("kenji").Leave("spring");
        var news = await cohort.RosterSince(stamp);

        Assert.False(news.IsWhole);
        Assert.Equal([("noor", CohortRole.Mentor, "nascent")], news.Members.Select(member => (member.Learner, member.Role, member.Track)));
        Assert.Equal(["kenji"], news.Gone);
    }

    /// <summary>The roster keeps a mark of a name that is the same in any case, so it can't tell by that.</summary>
    [Theory]
    [InlineData("Mina")]
    [InlineData("AMINA")]
    public async Task RosterSince_TellsOfAnotherName_AlsoInCaseAlone(string name)
    {
        await using var pilot = await Two();
        var cohort = pilot.Grains.Cohort("spring");
        var stamp = (await cohort.RosterSince(null)).Stamp;

        (await pilot.Grains.Learner("amina").Rename("spring", name)).Accepted();

        Assert.Equal(["amina"], (await cohort.RosterSince(stamp)).Members.Select(member => member.Learner));
    }

    [Fact]
    public async Task RosterSince_WhenTheStampIsOfAnEarlierLifeTooOldOrNone_IsEveryone()
    {
        await using var pilot = await Two();
        var cohort = pilot.Grains.Cohort("spring");
        var stamp = (await cohort.RosterSince(null)).Stamp;
        for (var turn = 0; turn < 300; turn++)
        {
            await cohort.SwitchTrack("amina", "nascent");
            await cohort.SwitchTrack("amina", null);
        }

        Assert.True((await cohort.RosterSince(stamp)).IsWhole);
        Assert.True((await cohort.RosterSince("nonsense")).IsWhole);
        stamp = (await cohort.RosterSince(null)).Stamp;
        await pilot.Restart();
        Assert.True((await pilot.Grains.Cohort("spring").RosterSince(stamp)).IsWhole);
    }

    private static async Task<Pilot> Two()
    {
        var pilot = await Pilot.StartAsync();
        await pilot.Found();
        await pilot.Join("amina");
        await pilot.Join("kenji");
        return pilot;
    }
}
