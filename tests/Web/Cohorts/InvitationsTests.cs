using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.Cohorts;

public sealed class InvitationsTests
{
    private const string Invitations = "/c/spring/manage/invitations";
    private const string Invite = "form[action*=invite]";

    [Fact]
    public async Task Invite_ShowsTheLinkOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);

        var made = await ines.SubmitAsync(Invitations, Invite, ("role", "Participant"), ("track", "nascent"), ("uses", "20"), ("until", "2027-02-10"));

        var link = new Uri(made.Value("link")!);
        Assert.Equal(pilot.Address.Authority, link.Authority);
        Assert.NotEmpty(made.Document.QuerySelectorAll("svg.qr path"));
        var token = link.Segments[^1];
        var invitation = await pilot.Grains.Invitation(Secrets.Hash(token)).Get();
        Assert.Equal(("spring", CohortRole.Participant, "nascent", 20), (invitation!.Cohort, invitation.Role, invitation.Track, invitation.MostUses));
        Assert.Equal(new(2027, 2, 10, 21, 0, 0, TimeSpan.Zero), invitation.ExpiresAt);
        var later = await ines.GetAsync(Invitations);
        Assert.DoesNotContain(token, later.Html, StringComparison.Ordinal);
        Assert.Contains("used 0 of 20 times", later.Document.GetElementById("list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_SentTwice_MakesOneLink()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var form = await ines.GetAsync(Invitations);

        var made = await ines.SubmitAsync(form, Invite);
        var again = await ines.SubmitAsync(form, Invite);

        Assert.Equal(made.Value("link"), again.Value("link"));
        Assert.Single(await pilot.Grains.InvitationBook("spring").List());
        Assert.NotEqual(form.Value("token"), again.Value("token"));
    }

    [Theory]
    [InlineData("uses", "0", 409, "1 to 500")]
    [InlineData("uses", "501", 409, "1 to 500")]
    [InlineData("uses", "few", 422, "digits")]
    [InlineData("until", "", 422, "last day")]
    [InlineData("until", "2027-01-30", 409, "in the future")]
    [InlineData("until", "2028-02-03", 409, "within a year")]
    [InlineData("until", "9999-12-31", 422, "last day")]
    [InlineData("role", "Emperor", 422, "role")]
    [InlineData("track", "express", 422, "express")]
    public async Task Invite_WithBadInput_SaysWhatToChange_AndMakesNothing(string field, string typed, int status, string says)
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);

        var refused = await ines.SubmitAsync(Invitations, Invite, (field, typed));

        Assert.Equal(status, (int)refused.Status);
        Assert.Contains(says, refused.Problems, StringComparison.Ordinal);
        Assert.Null(refused.Value("link"));
        Assert.Empty(await pilot.Grains.InvitationBook("spring").List());
    }

    [Theory]
    [InlineData("Instructor")]
    [InlineData("Evaluator")]
    public async Task Invite_ForWhoTeachesOrEvaluates_IsTheOrganisersAlone(string role)
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var omar = await pilot.OrganiserAsync();

        var offered = (await ines.GetAsync(Invitations)).Document.QuerySelectorAll("#role option").Select(option => option.GetAttribute("value"));
        Assert.Equal(["Participant", "Mentor"], offered);
        Assert.Equal(HttpStatusCode.Forbidden, (await ines.SubmitAsync(Invitations, Invite, ("role", role))).Status);
        Assert.Empty(await pilot.Grains.InvitationBook("spring").List());
        Assert.NotNull((await omar.SubmitAsync(Invitations, Invite, ("role", role))).Value("link"));
    }

    [Fact]
    public async Task Invite_WithATokenOfOnesOwn_TakesARandomOne()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);

        var made = await ines.SubmitAsync(Invitations, Invite, ("token", "welcome"));

        Assert.DoesNotContain("welcome", made.Value("link"), StringComparison.Ordinal);
        Assert.Null(await pilot.Grains.Invitation(Secrets.Hash("welcome")).Get());
    }

    [Fact]
    public async Task Invite_WithTheTokenOfAnotherInvitation_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        await pilot.CohortAsync("autumn");
        var theirs = await pilot.InviteAsync("autumn", CohortRole.Instructor);

        var refused = await ines.SubmitAsync(Invitations, Invite, ("token", theirs));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Empty(await pilot.Grains.InvitationBook("spring").List());
        Assert.Null((await pilot.Grains.Invitation(Secrets.Hash(theirs)).Get())!.Problem);
    }

    [Fact]
    public async Task Revoke_EndsAnInvitation_AndRepeatedItStaysRevoked()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        var token = await pilot.InviteAsync("spring");
        var list = await ines.GetAsync(Invitations);

        await ines.SubmitAsync(list, "form[action*=revoke]");
        var again = await ines.SubmitAsync(list, "form[action*=revoke]");

        Assert.Contains("revoked", again.Document.GetElementById("list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("invitation.revoked", (await pilot.Grains.Invitation(Secrets.Hash(token)).Get())!.Problem);
    }

    [Fact]
    public async Task Revoke_OfAnotherCohortsInvitation_DoesNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        var ines = await Spring(pilot);
        await pilot.InviteAsync("spring");
        await pilot.CohortAsync("autumn");
        var theirs = Secrets.Hash(await pilot.InviteAsync("autumn"));

        await ines.SubmitAsync(Invitations, "form[action*=revoke]", ("invitation", theirs));

        Assert.Null((await pilot.Grains.Invitation(theirs).Get())!.Problem);
    }

    private static async Task<Visitor> Spring(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        return await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
    }
}
