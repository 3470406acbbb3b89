using CohortCourses.Domain.Cohorts;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class NoticeBoardTests
{
    private static readonly NoticeBoard Told = NoticeBoard.Empty.Announce("a", "ines", "  Our call is on Thursday. ", "en", Founded).Accepted();

    [Fact]
    public void Announce_WhenThereIsSomethingToSay_PutsItUpTrimmed() =>
        Assert.Equal([new Announcement("a", "ines", "Our call is on Thursday.", "en", Founded)], Told.Announcements);

    [Fact]
    public void Announce_WhenRepeated_ChangesNothing() =>
        Told.Announce("a", "ines", "Our call is on Thursday.", "en", At(2, 2)).Unchanged();

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Announce_WhenThereIsNothingToSay_IsRefused(string text) =>
        NoticeBoard.Empty.Announce("a", "ines", text, "en", Founded).Refused("announcement.empty");

    [Fact]
    public void Announce_WhenTheTextIsTooLong_IsRefused()
    {
        NoticeBoard.Empty.Announce("a", "ines", new string('x', 2_000), "en", Founded).Accepted();
        NoticeBoard.Empty.Announce("a", "ines", new string('x', 2_001), "en", Founded).Refused("announcement.too-long");
    }

    [Fact]
    public void Announce_WhenTheBoardIsFull_IsRefusedUntilSomethingIsTakenDown()
    {
        var full = Enumerable.Range(0, NoticeBoard.MostAnnouncements)
            .Aggregate(NoticeBoard.Empty, (board, n) => board.Announce($"n-{n}", "ines", "News", "en", Founded).Accepted());

        full.Announce("b", "ines", "More", "en", Founded).Refused("announcement.board-full");
        full.Withdraw("n-0").Accepted().Announce("b", "ines", "More", "en", Founded).Accepted();
    }

    [Fact]
    public void Withdraw_WhenItStands_TakesItDown() => Assert.Empty(Told.Withdraw("a").Accepted().Announcements);

    [Fact]
    public void Withdraw_WhenRepeated_ChangesNothing() => Told.Withdraw("a").Accepted().Withdraw("a").Unchanged();

    [Fact]
    public void Announce_WhenRepeatedAfterItWasTakenDown_StaysDown() =>
        Assert.Empty(Told.Withdraw("a").Accepted().Announce("a", "ines", "Our call is on Thursday.", "en", Founded).Unchanged().Announcements);

    [Fact]
    public void Withdraw_HoweverOften_RemembersTheLatestHundred()
    {
        var busy = Enumerable.Range(0, 150).Aggregate(NoticeBoard.Empty, (board, n) =>
            board.Announce($"n-{n}", "ines", "News", "en", Founded).Accepted().Withdraw($"n-{n}").Accepted());

        Assert.Equal(NoticeBoard.MostWithdrawn, busy.Withdrawn.Count);
        busy.Announce("n-149", "ines", "News", "en", Founded).Unchanged();
    }
}
