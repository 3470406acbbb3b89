using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Cohorts;

public sealed class NoticeBoardTests
{
    private static readonly NewAnnouncement Call = new("a", "ines", "Our call is on Thursday.", "en");

    [Fact]
    public async Task Announce_WhenSentTwice_StandsOnceAndIsToldOnce()
    {
        await using var pilot = await Pilot.StartAsync();
        var board = pilot.Grains.NoticeBoard("spring");

        (await board.Announce(Call)).Accepted();
        (await board.Announce(Call)).Accepted();

        Assert.Equal([new("a", "ines", "Our call is on Thursday.", "en", Pilot.Sunday)], await board.List());
        Assert.Equal(["""announcement {"id":"a"}"""], await pilot.Events());
    }

    [Fact]
    public async Task List_WhenSeveralStand_HasTheNewestFirst()
    {
        await using var pilot = await Pilot.StartAsync();
        var board = pilot.Grains.NoticeBoard("spring");
        await board.Announce(Call);
        await board.Announce(Call with { Id = "b" });

        Assert.Equal(["b", "a"], (await board.List()).Select(standing => standing.Id));
    }

    [Fact]
    public async Task Withdraw_WhenSentTwice_TakesItDown_AndALateRepetitionDoesNotPutItUpAgain()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        await pilot.Grains.NoticeBoard("spring").Announce(Call);

        (await pilot.Grains.NoticeBoard("spring").Withdraw("a")).Accepted();
        (await pilot.Grains.NoticeBoard("spring").Withdraw("a")).Accepted();
        await pilot.Restart();
        (await pilot.Grains.NoticeBoard("spring").Announce(Call)).Accepted();

        Assert.Empty(await pilot.Grains.NoticeBoard("spring").List());
    }

    [Fact]
    public async Task Announce_WhenThereIsNothingToSay_IsRefused()
    {
        await using var pilot = await Pilot.StartAsync();

        (await pilot.Grains.NoticeBoard("spring").Announce(Call with { Text = " " })).Refused("announcement.empty");
    }
}
