using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.People;

/// <summary>What somebody completed may be shown to others, under the name that they go by, for as long as they like.</summary>
public sealed class ConfirmationTests
{
    private const string Own = "/c/spring/me/confirmation";
    private const string Make = "main form:not([action])";

    [Fact]
    public async Task Link_OfWhoCompleted_ShowsTheNameTheyGoBy_AndNothingElse()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await CompletedAsync(pilot);
        await amina.SubmitAsync("/c/spring/me", "form[action*='rename']", ("handle", "Sun bird"));

        var shown = await pilot.Visit().GetAsync(await MakeAsync(amina));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Sun bird", shown.Text, StringComparison.Ordinal);
        Assert.Equal(8, shown.Document.QuerySelectorAll(".confirmation li").Length);
        Assert.DoesNotContain("amina", shown.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(amina.Learner, shown.Html, StringComparison.Ordinal);
        Assert.Equal("noindex", shown.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Link_BeforeTheCourseIsComplete_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await CompletedAsync(pilot);
        var page = await amina.GetAsync(Own);
        await ReopenAsync(pilot, amina);

        Assert.Equal(HttpStatusCode.Conflict, (await amina.SubmitAsync(page, Make)).Status);
        Assert.Null((await amina.GetAsync(Own)).Document.QuerySelector(Make));
    }

    [Fact]
    public async Task Link_WhenAMarkIsTakenBack_ShowsNothing_AndShowsItAgainWhenItIsComplete()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await CompletedAsync(pilot);
        var address = await MakeAsync(amina);

        await ReopenAsync(pilot, amina);

        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().GetAsync(address)).Status);
        await pilot.MarkAsync("spring", amina.Learner);
        Assert.Equal(HttpStatusCode.OK, (await pilot.Visit().GetAsync(address)).Status);
    }

    [Fact]
    public async Task Link_WhenEnded_OrReplaced_OrItsOwnerLeft_ShowsNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await CompletedAsync(pilot);

        var first = await MakeAsync(amina);
        var second = await MakeAsync(amina);
        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await pilot.Visit().GetAsync(second)).Status);

        await amina.SubmitAsync(Own, "form[action*='end']");
        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().GetAsync(second)).Status);

        var third = await MakeAsync(amina);
        await amina.SubmitAsync("/c/spring/me", "form[action*='leave']");
        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().GetAsync(third)).Status);
        Assert.Null(await pilot.Grains.Secret(Secrets.Hash(third.Split('/')[^1])).Get());
    }

    [Fact]
    public async Task Link_OfAnotherKind_ShowsNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        var amina = await CompletedAsync(pilot);
        var calendar = new Uri((await amina.SubmitAsync("/c/spring/me", "form[action*='calendar']")).Value("link")!);

        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().GetAsync($"/confirmed/{calendar.Query["?key=".Length..]}")).Status);
    }

    private static async Task<string> MakeAsync(Visitor visitor) => new Uri((await visitor.SubmitAsync(Own, Make)).Value("link")!).PathAndQuery;

    private static async Task<Visitor> CompletedAsync(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(60));
        await pilot.CompleteAsync("spring", amina.Learner);
        return amina;
    }

    /// <summary>Takes so many marks back that one is missing.</summary>
    private static async Task ReopenAsync(TestPilot pilot, Visitor visitor)
    {
        foreach (var week in Enumerable.Range(1, 3))
        {
            await pilot.Grains.Learner(visitor.Learner).Reopen("spring", week);
        }
    }
}
