using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Shared;

/// <summary>Parts of pages are kept for all who read a language. Nobody finds in theirs what is another's.</summary>
public sealed class FragmentTests
{
    [Fact]
    public async Task Bar_AfterSomeoneWithMoreToDoSawIt_OffersEachWhatIsTheirs()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        var amina = await pilot.JoinAsync("amina", "spring");
        var stranger = pilot.Visit();

        Assert.Contains("/c/spring/manage", await BarAsync(ines, "/c/spring"), StringComparison.Ordinal);
        Assert.DoesNotContain("manage", await BarAsync(amina, "/c/spring"), StringComparison.Ordinal);
        Assert.Contains("/organise", await BarAsync(await pilot.OrganiserAsync(), "/"), StringComparison.Ordinal);
        Assert.DoesNotContain("/organise", await BarAsync(amina, "/"), StringComparison.Ordinal);
        Assert.Contains("/sign-in", await BarAsync(stranger, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeekPage_AfterOthersReadIt_IsInEachReadersLanguageAndZone()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring", preferences: new("en", "Africa/Nairobi"));
        var kenji = await pilot.JoinAsync("kenji", "spring", preferences: new("en", "Asia/Tokyo"));
        var leila = await pilot.JoinAsync("leila", "spring", preferences: new("fr", "Africa/Tunis"));
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(8));

        var pages = new List<PageView>();
        foreach (var reader in new[] { amina, kenji, leila })
        {
            pages.Add(await reader.GetAsync("/c/spring/week/1"));
        }

        Assert.Equal(["en", "en", "fr"], pages.Select(page => page.Document.DocumentElement.GetAttribute("lang")));
        Assert.Distinct(pages.Select(page => page.Document.QuerySelector("article .small")!.TextContent));
        Assert.Equal(pages[0].Document.QuerySelector("nav.small")!.TextContent, pages[1].Document.QuerySelector("nav.small")!.TextContent);
        Assert.NotEqual(pages[0].Document.QuerySelector("nav.small")!.TextContent, pages[2].Document.QuerySelector("nav.small")!.TextContent);
        Assert.Distinct(pages.Select(page => page.Value("__RequestVerificationToken")));
    }

    private static async Task<string> BarAsync(Visitor visitor, string path) =>
        (await visitor.GetAsync(path)).Document.QuerySelector("header.bar")!.InnerHtml;
}
