using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.People;

public sealed class JoinTests
{
    private const string Form = "main form";
    private const string Passphrase = "three kind otters";

    [Fact]
    public async Task Join_ForSomebodyNew_IsOneFormThatLeadsToTheCohort()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");
        var visitor = pilot.Visit();

        var page = await visitor.SubmitAsync(
            $"/join/{token}", Form, ("handle", "Sun bird"), ("name", "amina@example.org"), ("passphrase", Passphrase), ("language", "fr"), ("zone", "Asia/Tokyo"), ("mail", "amina@example.org"));

        Assert.Equal("/c/spring", page.Path);
        Assert.Equal("fr", page.Document.DocumentElement.GetAttribute("lang"));
        var account = await pilot.Grains.Account(SignInName.Normalise("amina@example.org")).Get();
        Assert.Equal("amina@example.org", account!.Mail);
        Assert.Equal("Asia/Tokyo", (await pilot.Grains.Learner(account.Learner).Get())!.Preferences.Zone);
        Assert.Equal("Sun bird", (await pilot.Grains.Learner(account.Learner).Enrolment("spring"))!.Handle);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Join_UnderAPseudonym_DoesNotShowWhenTheyAreHere(bool isPseudonym)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var account = await pilot.AccountAsync("amina");
        var amina = await pilot.SignInAsync(account);
        var token = await pilot.InviteAsync("spring");

        await amina.SubmitAsync($"/join/{token}", Form, isPseudonym ? [("handle", "Sun bird"), ("pseudonym", "true")] : [("handle", "Amina")]);

        Assert.Equal(!isPseudonym, (await pilot.Grains.Voice("spring", account.Learner).Get()).ShowPresence);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Join_AsksForResearch_AndTakesOnlyAYesForOne(bool agrees)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var account = await pilot.AccountAsync("amina");
        var amina = await pilot.SignInAsync(account);
        var token = await pilot.InviteAsync("spring");

        await amina.SubmitAsync($"/join/{token}", Form, agrees ? [("handle", "Amina"), ("research", "true")] : [("handle", "Amina")]);

        Assert.Equal(agrees, (await pilot.Grains.Learner(account.Learner).Enrolment("spring"))!.Research);
    }

    [Fact]
    public async Task Join_WhenThePageIsOpened_ShowsWhatItIsTo()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: new(2027, 3, 1));
        var token = await pilot.InviteAsync("spring", CohortRole.Mentor);

        var page = await pilot.Visit().GetAsync($"/join/{token}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Spring", page.Text, StringComparison.Ordinal);
        Assert.Contains("mentor", page.Text, StringComparison.Ordinal);
        Assert.Contains("Monday 1 March", page.Text, StringComparison.Ordinal);
        Assert.Equal("Etc/UTC", page.Value("zone"));
    }

    [Fact]
    public async Task Join_WithErrors_KeepsWhatWasTypedExceptThePassphrase()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");

        var page = await pilot.Visit().SubmitAsync(
            $"/join/{token}", Form, ("handle", "Sun bird"), ("name", "amina"), ("passphrase", "short"), ("language", "ar"), ("zone", "Asia/Tokyo"), ("mail", "no address"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Sun bird", page.Value("handle"));
        Assert.Equal("amina", page.Value("name"));
        Assert.Equal("ar", page.Value("language"));
        Assert.Equal("Asia/Tokyo", page.Value("zone"));
        Assert.Equal("no address", page.Value("mail"));
        Assert.Equal("", page.Value("passphrase") ?? "");
        Assert.Equal(["#mail", "#passphrase"], page.Document.QuerySelectorAll(".validation-summary-errors a").Select(link => link.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.All(page.Document.QuerySelectorAll(".validation-summary-errors a"), link => Assert.NotNull(page.Document.QuerySelector(link.GetAttribute("href")!)));
        Assert.Null(await pilot.Grains.Account("AMINA").Get());
    }

    [Theory]
    [InlineData("", "at least 10")]
    [InlineData("ninechars", "at least 10")]
    [InlineData("aminaamina", "too close")]
    [InlineData("AminaAmina-2027", "too close")]
    [InlineData("password1234", "guessed first")]
    [InlineData("1234567890", "guessed first")]
    [InlineData("aaaaaaaaaaaa", "guessed first")]
    [InlineData("correct horse battery staple", "guessed first")]
    public async Task Join_WithAWeakPassphrase_SaysWhatToDo(string passphrase, string reason)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");

        var page = await Join(pilot.Visit(), token, "Sun bird", "aminaamina", passphrase);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(reason, page.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_WhenTheHandleIsTaken_MakesNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.JoinAsync("kenji", "spring", handle: "Sun bird");
        var token = await pilot.InviteAsync("spring");

        var page = await Join(pilot.Visit(), token, "sunbird", "amina", Passphrase);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("goes by that name", page.Problems, StringComparison.Ordinal);
        Assert.Null(await pilot.Grains.Account("AMINA").Get());
        Assert.Equal(0, (await pilot.Grains.Invitation(Secrets.Hash(token)).Get())!.Uses);
    }

    [Fact]
    public async Task Join_WithATakenSignInName_AsksForAnother()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.AccountAsync("amina", "another phrase entirely");
        var token = await pilot.InviteAsync("spring");

        var page = await Join(pilot.Visit(), token, "Sun bird", "Amina", Passphrase);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("#name", page.Document.QuerySelector(".validation-summary-errors a")?.GetAttribute("href"));
        Assert.Equal(0, (await pilot.Grains.Invitation(Secrets.Hash(token)).Get())!.Uses);
    }

    [Fact]
    public async Task Join_WhenTheFormIsSentTwice_LeadsToTheSamePlace()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");
        var visitor = pilot.Visit();
        var form = await visitor.GetAsync($"/join/{token}");
        (string, string)[] typed = [("handle", "Sun bird"), ("name", "amina"), ("passphrase", Passphrase)];
        await visitor.SubmitAsync(form, Form, typed);

        // The reply was lost, cookies and all.
        var again = pilot.Visit();
        var page = await again.SubmitAsync(await again.GetAsync("/sign-in"), Form, ("name", "amina"), ("passphrase", Passphrase));
        Assert.Equal("/c/spring", page.Path);
        Assert.Equal("/c/spring", (await again.GetAsync($"/join/{token}")).Path);
        Assert.Single(await pilot.Grains.Cohort("spring").Roster());
    }

    [Fact]
    public async Task Join_WithAnOpenLinkSentAgainAfterALostReply_IsTheSameAccount()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.CohortAsync("autumn");
        var first = await Join(pilot.Visit(), await pilot.InviteAsync("spring", uses: 20), "Sun bird", "amina", Passphrase);
        var second = await Join(pilot.Visit(), await pilot.InviteAsync("autumn", uses: 20), "Sun bird", "amina", Passphrase);

        Assert.Equal("/c/spring", first.Path);
        Assert.Equal("/c/autumn", second.Path);
        Assert.Equal((await pilot.Grains.Cohort("spring").Roster())[0].Learner, (await pilot.Grains.Cohort("autumn").Roster())[0].Learner);
    }

    [Fact]
    public async Task Join_ForSomeoneSignedIn_AsksForANameAlone()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var visitor = await pilot.SignInAsync(await pilot.AccountAsync("amina"));
        var token = await pilot.InviteAsync("spring", CohortRole.Instructor);

        var form = await visitor.GetAsync($"/join/{token}");
        Assert.Null(form.Value("passphrase"));
        var page = await visitor.SubmitAsync(form, Form, ("handle", "Ines"));

        Assert.Equal("/c/spring", page.Path);
        Assert.Equal(CohortRole.Instructor, (await pilot.Grains.Cohort("spring").Member(visitor.Learner))!.Role);
    }

    [Fact]
    public async Task Join_WhenContinuingFromAnEarlierCohort_BringsTheWorkAlong()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.CohortAsync("autumn", firstDay: new(2027, 9, 6));
        await pilot.CohortAsync("other", "safer-communities");
        var amina = await pilot.JoinAsync("amina", "spring");
        Assert.True((await pilot.Grains.Learner(amina.Learner).Join(new("other", "Amina", CohortRole.Participant, null))).Accepted);
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(8));
        Assert.True((await pilot.Grains.Learner(amina.Learner).Complete("spring", 1)).Accepted);

        var form = await amina.GetAsync($"/join/{await pilot.InviteAsync("autumn")}");
        Assert.Equal(["", "spring"], form.Document.QuerySelectorAll("[name=continueFrom] option").Select(option => option.GetAttribute("value")));
        await amina.SubmitAsync(form, Form, ("handle", "Amina"), ("continueFrom", "spring"));

        var enrolment = await pilot.Grains.Learner(amina.Learner).Enrolment("autumn");
        Assert.Equal("spring", enrolment!.CarriedFrom);
        Assert.Equal(1, enrolment.Done);
    }

    [Fact]
    public async Task Join_WithoutAntiforgeryToken_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");

        var page = await pilot.Visit().PostAsync($"/join/{token}", ("handle", "Sun bird"), ("name", "amina"), ("passphrase", Passphrase));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Null(await pilot.Grains.Account("AMINA").Get());
    }

    internal static Task<PageView> Join(Visitor visitor, string token, string handle, string name, string passphrase) =>
        visitor.SubmitAsync($"/join/{token}", Form, ("handle", handle), ("name", name), ("passphrase", passphrase));
}
