using System.Diagnostics;
using System.Net;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.People;

public sealed class SignInTests
{
    private const string Form = "form.form";
    private const string Passphrase = "three kind otters";

    [Fact]
    public async Task SignIn_WithTheRightPassphrase_LeadsToTheOnlyCohort()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.JoinAsync("amina", "spring", passphrase: Passphrase);
        var visitor = pilot.Visit();

        var page = await SignIn(visitor, " AMINA ", Passphrase);

        Assert.Equal("/c/spring", page.Path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task SignIn_WhenAPageAskedForIt_LeadsBackThere()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.JoinAsync("amina", "spring", passphrase: Passphrase);
        var visitor = pilot.Visit();

        var asked = await visitor.GetAsync("/c/spring/week/1?language=fr");
        Assert.Equal("/sign-in?return=%2Fc%2Fspring%2Fweek%2F1%3Flanguage%3Dfr", asked.Path);
        var page = await visitor.SubmitAsync(asked, Form, ("name", "amina"), ("passphrase", Passphrase));

        Assert.Equal("/c/spring/week/1?language=fr", page.Path);
    }

    [Fact]
    public async Task SignIn_WithWhatIsNoCharacter_IsRefusedLikeAnyOtherName()
    {
        await using var pilot = await TestPilot.StartAsync();

        var page = await SignIn(pilot.Visit(), "am\uFFFEina", Passphrase);

        Assert.InRange((int)page.Status, 400, 499);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task SignIn_WhenToldToGoElsewhereAfterwards_StaysHere(string elsewhere)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.AccountAsync("amina", Passphrase);

        var page = await pilot.Visit().SubmitAsync($"/sign-in?return={Uri.EscapeDataString(elsewhere)}", Form, ("name", "amina"), ("passphrase", Passphrase));

        Assert.Equal("/", page.Path);
    }

    [Fact]
    public async Task SignIn_WithAnUnknownNameOrAWrongPassphrase_SaysTheSame()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.AccountAsync("amina", Passphrase);

        var wrong = await SignIn(pilot.Visit(), "amina", "three kind ottars");
        var unknown = await SignIn(pilot.Visit(), "nobody", "three kind otters");

        Assert.Equal(HttpStatusCode.Conflict, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.NotEmpty(wrong.Problems);
        Assert.Equal(wrong.Problems, unknown.Problems);
        Assert.Equal("amina", wrong.Value("name"));
        Assert.Equal("", wrong.Value("passphrase") ?? "");
    }

    [Fact]
    public async Task SignIn_WithAnUnknownName_TakesAsLongAsAHashTakes()
    {
        await using var pilot = await TestPilot.StartAsync();
        await using var scope = pilot.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        await pilot.AccountAsync("demo");
        await accounts.CheckAsync("warm-up", "not this one");

        foreach (var name in new[] { "nobody", "demo" })
        {
            var start = Stopwatch.GetTimestamp();
            Assert.Null(await accounts.CheckAsync(name, "not this one"));
            Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromMilliseconds(10), name);
        }
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_HasToWaitWhetherTheAccountExistsOrNot()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.AccountAsync("amina", Passphrase);
        foreach (var name in new[] { "amina", "nobody" })
        {
            for (var attempt = 0; attempt < Throttles.MostTries; attempt++)
            {
                Assert.Equal(HttpStatusCode.Conflict, (await SignIn(pilot.Visit(), name, "not this one")).Status);
            }

            var page = await SignIn(pilot.Visit(), name, Passphrase);
            Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
            Assert.Equal(TimeSpan.FromMinutes(5), page.Headers.RetryAfter?.Delta);
        }
    }

    [Fact]
    public async Task SignIn_AfterTheWait_WorksAgain()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.AccountAsync("amina", Passphrase);
        for (var attempt = 0; attempt < Throttles.MostTries; attempt++)
        {
            await SignIn(pilot.Visit(), "amina", "not this one");
        }

        pilot.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        Assert.Equal("/", (await SignIn(pilot.Visit(), "amina", Passphrase)).Path);
    }

    [Fact]
    public async Task SignIn_WhenTheServerRestartsAfterFiveFailures_StaysLocked()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.AccountAsync("amina", Passphrase);
        for (var attempt = 0; attempt < Throttles.MostTries; attempt++)
        {
            await SignIn(pilot.Visit(), "amina", "not this one");
        }

        await pilot.RestartAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await SignIn(pilot.Visit(), "amina", Passphrase)).Status);
    }

    [Fact]
    public async Task SignIn_WhenOneAddressTriesManyNames_IsThrottled()
    {
        await using var pilot = await TestPilot.StartAsync();
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt <= 30; attempt++)
        {
            statuses.Add((await SignIn(pilot.Visit(), $"name-{attempt}", "not this one")).Status);
        }

        Assert.All(statuses[..30], status => Assert.Equal(HttpStatusCode.Conflict, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[30]);
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.AccountAsync("amina", Passphrase);
        var visitor = pilot.Visit();

        var page = await visitor.PostAsync("/sign-in", ("name", "amina"), ("passphrase", Passphrase));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Null(visitor.Cookie("session"));
    }

    [Fact]
    public async Task Session_WhenTheServerRestarts_GoesOn()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        var cookie = amina.Cookie("session");
        Assert.NotNull(cookie);

        await pilot.RestartAsync();

        var later = pilot.Visit();
        later.Http.DefaultRequestHeaders.Add("Cookie", $"session={cookie}");
        Assert.Equal("/c/spring", (await later.GetAsync("/c/spring")).Path);
    }

    [Fact]
    public async Task SessionCookie_IsKeptFromScriptsAndOtherSites()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.AccountAsync("amina", Passphrase);
        var visitor = pilot.Visit();
        var page = await visitor.GetAsync("/sign-in");

        using var response = await visitor.Http.PostAsync("/sign-in", new FormUrlEncodedContent(
        [
            new("name", "amina"), new("passphrase", Passphrase), new("__RequestVerificationToken", page.Value("__RequestVerificationToken")),
        ]), TestContext.Current.CancellationToken);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("; secure", cookie, StringComparison.Ordinal);
    }

    private static Task<PageView> SignIn(Visitor visitor, string name, string passphrase) =>
        visitor.SubmitAsync("/sign-in", Form, ("name", name), ("passphrase", passphrase));
}
