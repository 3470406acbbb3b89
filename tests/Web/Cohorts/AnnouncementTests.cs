using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Cohorts;

public sealed class AnnouncementTests
{
    private const string Manage = "/c/spring/manage";
    private const string Announce = "form[action*=announce]";

    [Fact]
    public async Task Announce_ReachesTheCohortsPage_InItsOwnLanguage_SafelyAndWithItsLines()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var amina = await pilot.JoinAsync("amina", "spring");

        var said = await ines.SubmitAsync(Manage, Announce, ("text", "  مرحبًا <b>بكم</b>\r\nأراكم الخميس  "), ("language", "ar"));

        Assert.Equal(Manage, said.Path);
        var shown = (await amina.GetAsync("/c/spring")).Document.QuerySelector(".said p")!;
        Assert.Equal("مرحبًا <b>بكم</b>\nأراكم الخميس", shown.TextContent);
        Assert.Equal(("ar", "rtl"), (shown.GetAttribute("lang"), shown.GetAttribute("dir")));
        Assert.Contains("Ines", shown.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announce_SentTwice_IsSaidOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var form = await ines.GetAsync(Manage);

        await ines.SubmitAsync(form, Announce, ("text", "See you on Thursday."));
        await ines.SubmitAsync(form, Announce, ("text", "See you on Thursday."));

        Assert.Single(await pilot.Grains.NoticeBoard("spring").List());
    }

    [Theory]
    [InlineData(0, "en", 409, "Write something")]
    [InlineData(2001, "en", 409, "at most")]
    [InlineData(5, "tlh", 422, "language")]
    public async Task Announce_WithBadInput_SaysWhatToChange_AndKeepsTheText(int length, string language, int status, string says)
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var text = new string('x', length);

        var refused = await ines.SubmitAsync(Manage, Announce, ("text", text), ("language", language));

        Assert.Equal(status, (int)refused.Status);
        Assert.Contains(says, refused.Problems, StringComparison.Ordinal);
        Assert.Equal(text, refused.Value("text"));
        Assert.Empty(await pilot.Grains.NoticeBoard("spring").List());
    }

    [Fact]
    public async Task Announce_OfTheGreatestLengthInLines_IsCountedAsTheBrowserCounts()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var text = string.Concat(Enumerable.Repeat("123456789\r\n", 199)) + "1234567890";

        Assert.Equal(HttpStatusCode.OK, (await ines.SubmitAsync(Manage, Announce, ("text", text))).Status);
        Assert.Equal(2000, Assert.Single(await pilot.Grains.NoticeBoard("spring").List()).Text.Length);
    }

    [Fact]
    public async Task Withdraw_TakesItFromEveryonesPage_AndRepeatedStaysAway()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var form = await ines.GetAsync(Manage);
        var said = await ines.SubmitAsync(form, Announce, ("text", "See you on Thursday."));

        await ines.SubmitAsync(said, "form[action*=withdraw]");
        await ines.SubmitAsync(said, "form[action*=withdraw]");
        await ines.SubmitAsync(form, Announce, ("text", "See you on Thursday."));

        Assert.Empty(await pilot.Grains.NoticeBoard("spring").List());
    }

    [Fact]
    public async Task Announce_ByTheOrganiser_WhoIsNotOnTheRoster_IsSignedAsTheOrganiser()
    {
        await using var pilot = await TestPilot.StartAsync();
        await Spring(pilot);
        var omar = await pilot.OrganiserAsync();

        var said = await omar.SubmitAsync(Manage, Announce, ("text", "Welcome."));

        Assert.Contains("The organiser", said.Document.GetElementById("said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announce_ByAMentor_IsForbidden()
    {
        await using var pilot = await TestPilot.StartAsync();
        await Spring(pilot);
        var maya = await pilot.JoinAsync("maya", "spring", CohortRole.Mentor);

        Assert.Equal(HttpStatusCode.Forbidden, (await maya.PostAsync($"{Manage}?handler=announce", ("text", "Hello"), ("language", "en"))).Status);
        Assert.Empty(await pilot.Grains.NoticeBoard("spring").List());
    }

    private static async Task<Visitor> Spring(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        return await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
    }
}
