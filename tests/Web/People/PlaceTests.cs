using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.People;

public sealed class PlaceTests
{
    private const string Research = "form[action*='research']";

    [Fact]
    public async Task Handle_WhenChanged_IsTheNewOneEverywhere()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");

        var page = await amina.SubmitAsync("/c/spring/me", "form[action*='rename']", ("handle", "Sun bird"));

        Assert.Equal("/c/spring/me", page.Path);
        Assert.Equal("Sun bird", page.Value("handle"));
        Assert.Contains("Sun bird", (await amina.GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_ThatSomebodyHas_IsRefusedAndKeptInTheForm()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.JoinAsync("kenji", "spring");
        var amina = await pilot.JoinAsync("amina", "spring");

        var page = await amina.SubmitAsync("/c/spring/me", "form[action*='rename']", ("handle", "KENJI"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("KENJI", page.Value("handle"));
        Assert.Equal("/c/spring/me", page.Value("back"));
        Assert.Equal("Amina", (await pilot.Grains.Learner(amina.Learner).Enrolment("spring"))!.Handle);
    }

    [Fact]
    public async Task Presence_IsOffUntilItIsAllowed_AndCanBeTakenBack()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        var voice = pilot.Grains.Voice("spring", amina.Learner);

        var page = await amina.SubmitAsync("/c/spring/me", "form[action*='presence']", ("show", "true"));
        Assert.Equal("/c/spring/me", page.Path);
        Assert.True((await voice.Get()).ShowPresence);

        await amina.SubmitAsync("/c/spring/me", "form[action*='presence']", ("show", "false"));
        Assert.False((await voice.Get()).ShowPresence);
    }

    [Fact]
    public async Task Research_IsOffUntilItIsAgreedTo_AndCanBeTakenBack()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        var learner = pilot.Grains.Learner(amina.Learner);

        var page = await amina.SubmitAsync("/c/spring/me", Research, ("agrees", "true"));
        Assert.Contains("You agree.", page.Text, StringComparison.Ordinal);
        Assert.True((await learner.Enrolment("spring"))!.Research);
        Assert.Contains("\"research\": true", (await amina.GetAsync("/me/export")).Html, StringComparison.Ordinal);

        await amina.SubmitAsync("/c/spring/me", Research, ("agrees", "false"));
        Assert.False((await learner.Enrolment("spring"))!.Research);
    }

    [Fact]
    public async Task Track_WhenSwitched_KeepsAllWork()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        var track = (await pilot.Grains.Cohort("spring").Get())!.Tracks[0];
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(8));
        await pilot.Grains.Learner(amina.Learner).Complete("spring", 1);

        var page = await amina.SubmitAsync("/c/spring/me", "form[action*='track']", ("track", track));

        Assert.Equal(track, page.Value("track"));
        Assert.Equal(1, (await pilot.Grains.Learner(amina.Learner).Enrolment("spring"))!.Done);
    }

    [Fact]
    public async Task PauseAndReturn_MoveOwnDatesByTheTimeAway()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(8));
        var before = (await pilot.Grains.Learner(amina.Learner).Enrolment("spring"))!.Weeks[0].DueAt;

        var paused = await amina.SubmitAsync("/c/spring/me", "form[action*='pause']");
        Assert.NotNull(paused.Document.QuerySelector("form[action*='resume']"));
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(11));
        await amina.SubmitAsync("/c/spring/me", "form[action*='resume']");

        var enrolment = await pilot.Grains.Learner(amina.Learner).Enrolment("spring");
        Assert.False(enrolment!.Paused);
        Assert.Equal(before + TimeSpan.FromDays(3), enrolment.Weeks[0].DueAt);
    }

    [Fact]
    public async Task Dates_WithAnExtension_ShowTheDaysAndTheOwnDate()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        await pilot.Grains.Learner(amina.Learner).Extend("spring", 1, 4);

        var week = (await amina.GetAsync("/c/spring/me")).Document.QuerySelector(".own-dates li")!.TextContent;

        Assert.Contains("4 days more", week, StringComparison.Ordinal);
        Assert.Contains("by Friday 19 February", week, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CalendarLink_IsShownOnceAndItsHashAloneIsKept()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");

        var page = await amina.SubmitAsync("/c/spring/me", "form[action*='alendar']");

        var link = new Uri(page.Value("link")!);
        Assert.Equal("/api/v1/cohorts/spring/calendar.ics", link.AbsolutePath);
        var key = link.Query["?key=".Length..];
        Assert.Equal(new(SecretKind.Calendar, null, amina.Learner, "spring", null), await pilot.Grains.Secret(Secrets.Hash(key)).Get());
        Assert.DoesNotContain(key, (await amina.GetAsync("/c/spring/me")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CalendarLink_SentTwice_IsTheSameLink()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        var form = await amina.GetAsync("/c/spring/me");

        var first = await amina.SubmitAsync(form, "form[action*='alendar']");
        var second = await amina.SubmitAsync(form, "form[action*='alendar']");

        Assert.Equal(first.Value("link"), second.Value("link"));
        Assert.Single((await pilot.Grains.Account("AMINA").Get())!.Secrets);
    }

    [Fact]
    public async Task CalendarLink_WhenAnotherIsMadeOrItIsRevoked_OpensNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        var first = KeyOf(await amina.SubmitAsync("/c/spring/me", "form[action$='handler=calendar']"));
        var second = KeyOf(await amina.SubmitAsync("/c/spring/me", "form[action$='handler=calendar']"));
        Assert.Null(await pilot.Grains.Secret(Secrets.Hash(first)).Get());
        Assert.NotNull(await pilot.Grains.Secret(Secrets.Hash(second)).Get());

        await amina.SubmitAsync("/c/spring/me", "form[action*='noCalendar']");

        Assert.Null(await pilot.Grains.Secret(Secrets.Hash(second)).Get());
        Assert.Empty((await pilot.Grains.Account("AMINA").Get())!.Secrets);
    }

    [Fact]
    public async Task Leave_TakesThePlaceAndTheCalendarLink()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        var key = KeyOf(await amina.SubmitAsync("/c/spring/me", "form[action$='handler=calendar']"));

        var page = await amina.SubmitAsync("/c/spring/me", "form[action*='leave']");

        Assert.Equal("/me", page.Path);
        Assert.Empty(await pilot.Grains.Cohort("spring").Roster());
        Assert.Null(await pilot.Grains.Secret(Secrets.Hash(key)).Get());
        Assert.Equal(HttpStatusCode.NotFound, (await amina.GetAsync("/c/spring/me")).Status);
    }

    [Fact]
    public async Task Place_OfACohortThatOneIsNotIn_IsNotFound()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var stranger = await pilot.SignInAsync(await pilot.AccountAsync("stranger"));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/c/spring/me")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await pilot.OrganiserAsync()).GetAsync("/c/spring/me")).Status);
    }

    private static string KeyOf(PageView page) => new Uri(page.Value("link")!).Query["?key=".Length..];
}
