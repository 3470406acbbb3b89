using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.People;

public sealed class BadInvitationTests
{
    private const string Passphrase = "three kind otters";

    [Fact]
    public async Task Invitation_UsedTwice_IsGone()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");
        await JoinTests.Join(pilot.Visit(), token, "Sun bird", "amina", Passphrase);

        var page = await pilot.Visit().GetAsync($"/join/{token}");

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("has been used", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/sign-in']"));
    }

    [Fact]
    public async Task Invitation_ThatExpiresWhileTheFormIsOpen_IsGoneAndMakesNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring", life: TimeSpan.FromHours(1));
        var visitor = pilot.Visit();
        var form = await visitor.GetAsync($"/join/{token}");

        pilot.Clock.Advance(TimeSpan.FromHours(1));
        var page = await visitor.SubmitAsync(form, "main form", ("handle", "Sun bird"), ("name", "amina"), ("passphrase", Passphrase));

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("is over", page.Text, StringComparison.Ordinal);
        Assert.Null(await pilot.Grains.Account("AMINA").Get());
    }

    [Fact]
    public async Task Invitation_TakenBack_IsGone()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");
        await pilot.Grains.Invitation(Secrets.Hash(token)).Revoke();

        var page = await pilot.Visit().GetAsync($"/join/{token}");

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("taken back", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guessed")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%3Cscript%3E")]
    public async Task Invitation_ThatWasNeverMade_IsNotFound(string token)
    {
        await using var pilot = await TestPilot.StartAsync();

        var page = await pilot.Visit().GetAsync($"/join/{token}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("not an invitation", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_GuessedAgainAndAgain_IsThrottledAndThenHeardAgain()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring");
        var guesser = pilot.Visit();
        for (var guess = 0; guess < 30; guess++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guesser.GetAsync($"/join/{Secrets.Make()}")).Status);
        }

        var throttled = await guesser.GetAsync($"/join/{token}");
        Assert.Equal(HttpStatusCode.TooManyRequests, throttled.Status);
        Assert.NotNull(throttled.Headers.RetryAfter);
        Assert.DoesNotContain("Spring", throttled.Text, StringComparison.Ordinal);

        pilot.Clock.Advance(Throttles.Wait + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await guesser.GetAsync($"/join/{token}")).Status);
    }

    [Fact]
    public async Task Invitation_ToAFullCohort_SaysSoBeforeAnythingIsTyped()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", seats: 1);
        await pilot.JoinAsync("kenji", "spring");
        var token = await pilot.InviteAsync("spring");

        var page = await pilot.Visit().GetAsync($"/join/{token}");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("All seats", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_ToACohortThatIsOver_SaysSo()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var token = await pilot.InviteAsync("spring", life: TimeSpan.FromDays(200));
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(120));

        var page = await pilot.Visit().GetAsync($"/join/{token}");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("has ended", page.Text, StringComparison.Ordinal);
    }
}
