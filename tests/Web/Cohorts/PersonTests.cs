using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Cohorts;

public sealed class PersonTests
{
    private const string Extend = "form[action*=extend]";
    private const string Role = "form[action*=role]";
    private const string Remove = "form[action*=remove]";

    [Fact]
    public async Task Roster_ShowsHowFarEachPersonIs()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ines, amina) = await Spring(pilot);
        await pilot.Grains.Learner(amina.Learner).Complete("spring", 1);
        await pilot.Grains.Learner(amina.Learner).Pause("spring");

        var row = (await ines.GetAsync("/c/spring/manage/people")).Document.QuerySelectorAll("table.people tbody tr")[1];

        Assert.Equal("Amina", row.QuerySelector("bdi")!.TextContent);
        Assert.Equal(["nascent", "paused"], row.QuerySelectorAll(".tag").Select(tag => tag.TextContent));
        Assert.Equal("1 of 6", row.Children[1].TextContent);
        Assert.Equal("Mon 1 Feb", row.Children[2].TextContent);
    }

    [Fact]
    public async Task Extend_GivesMoreTimeForAWeek_TheSameSentTwice()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ines, amina) = await Spring(pilot);
        var page = await ines.GetAsync(PageOf(amina));

        await ines.SubmitAsync(page, Extend, ("week", "2"), ("days", "5"));
        var granted = await ines.SubmitAsync(page, Extend, ("week", "2"), ("days", "5"));

        Assert.Equal(PageOf(amina), granted.Path);
        var row = granted.Document.QuerySelectorAll("table.calendar tbody tr")[1].TextContent;
        Assert.Contains("Sat 20 Feb", row, StringComparison.Ordinal);
        Assert.Contains("5 more days", row, StringComparison.Ordinal);
        await ines.SubmitAsync(page, Extend, ("week", "2"), ("days", "0"));
        Assert.Equal(0, (await pilot.Grains.Learner(amina.Learner).Enrolment("spring"))!.Weeks[1].ExtensionDays);
    }

    [Theory]
    [InlineData("61", 409, "0 to 60")]
    [InlineData("-1", 422, "digits")]
    [InlineData("a few", 422, "digits")]
    public async Task Extend_WithBadInput_SaysWhatToChange_AndKeepsWhatWasTyped(string days, int status, string says)
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ines, amina) = await Spring(pilot);

        var refused = await ines.SubmitAsync(PageOf(amina), Extend, ("week", "2"), ("days", days));

        Assert.Equal(status, (int)refused.Status);
        Assert.Contains(says, refused.Problems, StringComparison.Ordinal);
        Assert.Equal(("2", days), (refused.Value("week"), refused.Value("days")));
    }

    [Fact]
    public async Task Role_IsTheOrganisersToChange()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ines, amina) = await Spring(pilot);
        var omar = await pilot.OrganiserAsync();
        Assert.Null((await ines.GetAsync(PageOf(amina))).Document.QuerySelector(Role));
        Assert.Equal(HttpStatusCode.Forbidden, (await ines.PostAsync($"{PageOf(amina)}?handler=role", ("role", "Instructor"))).Status);

        var page = await omar.GetAsync(PageOf(amina));
        await omar.SubmitAsync(page, Role, ("role", "Mentor"));
        await omar.SubmitAsync(page, Role, ("role", "Mentor"));

        Assert.Equal(CohortRole.Mentor, (await pilot.Grains.Cohort("spring").Member(amina.Learner))!.Role);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await omar.SubmitAsync(page, Role, ("role", "Emperor"))).Status);
    }

    [Fact]
    public async Task Role_WhenNoSeatIsLeftForAParticipant_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ines, _) = await Spring(pilot, seats: 1);
        var omar = await pilot.OrganiserAsync();

        var refused = await omar.SubmitAsync(PageOf(ines), Role, ("role", "Participant"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("seats", refused.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_TakesSomeoneOut_AndANewInvitationBringsTheirWorkBack()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ines, amina) = await Spring(pilot);
        await pilot.Grains.Learner(amina.Learner).Complete("spring", 1);
        var page = await ines.GetAsync(PageOf(amina));

        await ines.SubmitAsync(page, Remove);
        var again = await ines.SubmitAsync(page, Remove);

        Assert.Equal("/c/spring/manage/people", again.Path);
        Assert.DoesNotContain("Amina", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await amina.GetAsync("/c/spring")).Status);
        Assert.DoesNotContain("Spring", (await amina.GetAsync("/")).Text, StringComparison.Ordinal);
        await pilot.JoinAsync("noor", "spring", handle: "Amina");
        var invitation = await amina.GetAsync($"/join/{await pilot.InviteAsync("spring")}");
        Assert.Contains("as you left it", invitation.Text, StringComparison.Ordinal);
        Assert.Equal("Amina", invitation.Value("handle"));
        var taken = await amina.SubmitAsync(invitation, "main form");
        Assert.Contains("goes by that name", taken.Problems, StringComparison.Ordinal);
        Assert.Equal("/c/spring", (await amina.SubmitAsync(taken, "main form", ("handle", "Mina"))).Path);
        var back = (await pilot.Grains.Learner(amina.Learner).Enrolment("spring"))!;
        Assert.Equal(("Mina", 1), (back.Handle, back.Done));
    }

    [Fact]
    public async Task Remove_OfWhoTeaches_IsTheOrganisersAlone()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ines, amina) = await Spring(pilot);
        var lin = await pilot.JoinAsync("lin", "spring", CohortRole.Instructor);
        var omar = await pilot.OrganiserAsync();
        var token = (await ines.GetAsync(PageOf(amina))).Value("__RequestVerificationToken")!;

        Assert.Null((await ines.GetAsync(PageOf(lin))).Document.QuerySelector(Remove));
        Assert.Equal(HttpStatusCode.Forbidden, (await ines.PostAsync($"{PageOf(lin)}?handler=remove", ("__RequestVerificationToken", token))).Status);
        Assert.NotNull(await pilot.Grains.Cohort("spring").Member(lin.Learner));
        await omar.SubmitAsync(PageOf(lin), Remove);
        Assert.Null(await pilot.Grains.Cohort("spring").Member(lin.Learner));
    }

    [Fact]
    public async Task Person_WhoIsNotInTheCohort_DoesNotExist()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ines, _) = await Spring(pilot);
        await pilot.CohortAsync("autumn");
        var kenji = await pilot.JoinAsync("kenji", "autumn");

        Assert.Equal(HttpStatusCode.NotFound, (await ines.GetAsync(PageOf(kenji))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ines.GetAsync("/c/spring/manage/people/nobody")).Status);
    }

    private static string PageOf(Visitor person) => $"/c/spring/manage/people/{person.Learner}";

    /// <summary>A cohort whose first week is open: Ines teaches, Amina takes part.</summary>
    private static async Task<(Visitor Ines, Visitor Amina)> Spring(TestPilot pilot, int seats = 50)
    {
        await pilot.CohortAsync("spring", firstDay: new(2027, 2, 1), seats: seats);
        return (await pilot.JoinAsync("ines", "spring", CohortRole.Instructor), await pilot.JoinAsync("amina", "spring", track: "nascent"));
    }
}
