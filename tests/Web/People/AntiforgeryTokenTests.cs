using System.Net;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.People;

public sealed class AntiforgeryTokenTests
{
    private const string Field = "__RequestVerificationToken";

    [Fact]
    public async Task Token_InAllFormsOfAPage_IsTheSame()
    {
        await using var pilot = await TestPilot.StartAsync();
        var page = await (await pilot.OrganiserAsync()).GetAsync("/me");

        var tokens = page.Document.QuerySelectorAll($"form[method=post] input[name={Field}]").Select(input => input.GetAttribute("value")).ToList();

        Assert.True(tokens.Count > 1);
        Assert.Single(tokens.Distinct(StringComparer.Ordinal));
    }

    /// <summary>Or else its size, compressed, would tell what it is to who makes a browser open page after page.</summary>
    [Fact]
    public async Task Token_OverManyPages_IsReplacedAndStaysGood()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = await pilot.OrganiserAsync();
        await TokenAsync(visitor);

        var tokens = new List<string>();
        for (var page = 0; page < 2 * RecentForms.MostPages; page++)
        {
            tokens.Add(await TokenAsync(visitor));
        }

        Assert.All(tokens.CountBy(token => token, StringComparer.Ordinal), token => Assert.InRange(token.Value, 1, RecentForms.MostPages));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(visitor, tokens[0]));
    }

    [Fact]
    public async Task Token_WhenItServesAgain_KeepsThePageFromCachesAndFrames()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = await pilot.OrganiserAsync();
        await TokenAsync(visitor);
        var (first, second) = (await visitor.GetAsync("/"), await visitor.GetAsync("/"));

        Assert.Equal(first.Value(Field), second.Value(Field));
        Assert.Equal("no-store, no-cache", second.Headers.CacheControl!.ToString());
        Assert.Equal("SAMEORIGIN", second.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task Token_OfSomeoneElseInTheSameBrowser_IsNotHandedOut()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = await pilot.OrganiserAsync();
        var stranger = pilot.Visit();
        var token = await TokenAsync(stranger);
        visitor.Plant("form", stranger.Cookie("form")!);

        Assert.NotEqual(token, await TokenAsync(visitor));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(visitor, await TokenAsync(visitor)));
    }

    [Fact]
    public async Task Token_OfAnotherPerson_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ours, theirs) = (await pilot.OrganiserAsync(), await pilot.SignInAsync(await pilot.AccountAsync("eve")));
        await TokenAsync(ours);

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(ours, await TokenAsync(theirs)));
    }

    [Fact]
    public async Task Token_OfAnotherPersonWithTheirCookie_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (ours, theirs) = (await pilot.OrganiserAsync(), await pilot.SignInAsync(await pilot.AccountAsync("eve")));
        var token = await TokenAsync(theirs);
        ours.Plant("form", theirs.Cookie("form")!);

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(ours, token));
    }

    [Fact]
    public async Task Token_FromBeforeSigningIn_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = await pilot.OrganiserAsync();
        var stranger = pilot.Visit();
        var token = await TokenAsync(stranger);
        visitor.Plant("form", stranger.Cookie("form")!);

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(visitor, token));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(stranger, token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("çççç")]
    public async Task Token_ThatIsMadeUp_IsRefused(string token)
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = await pilot.OrganiserAsync();
        await TokenAsync(visitor);

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(visitor, token));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Cookie_ThatIsMadeUp_IsReplacedByTheNextPage(string cookie)
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = await pilot.OrganiserAsync();
        var token = await TokenAsync(visitor);
        visitor.Plant("form", cookie);

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(visitor, token));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(visitor, await TokenAsync(visitor)));
    }

    [Fact]
    public async Task Token_FromBeforeARestart_IsStillGood()
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = await pilot.OrganiserAsync();
        var token = await TokenAsync(visitor);

        await pilot.RestartAsync();
        var later = pilot.Visit();
        later.Plant("session", visitor.Cookie("session")!);
        later.Plant("form", visitor.Cookie("form")!);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(later, token));
    }

    private static async Task<string> TokenAsync(Visitor visitor) => (await visitor.GetAsync("/")).Value(Field)!;

    private static async Task<HttpStatusCode> SendAsync(Visitor visitor, string token) =>
        (await visitor.PostAsync("/language", (Field, token), ("language", "fr"), ("back", "/"))).Status;
}
