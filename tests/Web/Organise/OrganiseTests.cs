using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Startup;

namespace CohortCourses.Tests.Web.Organise;

public sealed class OrganiseTests
{
    [Fact]
    public async Task Organise_ShowsEachCohortWithItsPhaseSeatsAndNextRelease()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", seats: 10);
        await pilot.CohortAsync("winter", firstDay: new(2027, 2, 2));
        await pilot.JoinAsync("amina", "spring");
        pilot.Clock.JumpTo(new(2027, 2, 3, 0, 0, 0, TimeSpan.Zero));
        var omar = await pilot.OrganiserAsync();

        var cards = (await omar.GetAsync("/organise")).Document.QuerySelectorAll("article.card:has(h2)").Select(card => card.TextContent).ToList();

        Assert.Equal(2, cards.Count);
        Assert.Contains("Winter", cards[0], StringComparison.Ordinal);
        Assert.Contains("running", cards[0], StringComparison.Ordinal);
        Assert.Contains("Week 2 opens Tuesday 9 February, 09:00", cards[0], StringComparison.Ordinal);
        Assert.Contains("upcoming", cards[1], StringComparison.Ordinal);
        Assert.Contains("1 of 10 seats taken", cards[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organise_WhenACoursesNewestTextHasErrors_NamesFileLineAndMend()
    {
        var content = Directory.CreateTempSubdirectory("cohort-courses-content-");
        try
        {
            Copy(new(ContentFolder.Find()!), content);
            var page = Path.Combine(content.FullName, "safer-communities", "week-1", "module.en.md");
            await File.AppendAllTextAsync(page, "\n\n![](images/nowhere.png)\n", TestContext.Current.CancellationToken);
            await using var pilot = await TestPilot.StartAsync(content: content.FullName);
            var omar = await pilot.OrganiserAsync();

            var shown = await omar.GetAsync("/organise");

            Assert.Contains(shown.Document.QuerySelectorAll(".problems code"), file => file.TextContent.StartsWith("safer-communities/week-1/module.en.md:", StringComparison.Ordinal));
            Assert.NotEmpty(shown.Document.QuerySelectorAll(".problems strong"));
            Assert.Contains("newest text is up", shown.Text, StringComparison.Ordinal);
        }
        finally
        {
            content.Delete(recursive: true);
        }
    }

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, to.CreateSubdirectory(folder.Name));
        }
    }
}
