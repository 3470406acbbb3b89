using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Cohorts;

public sealed class PeopleTests
{
    [Fact]
    public async Task People_ShowsWhoHelpsFirst_ThenParticipantsByTheReadersAlphabet()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.JoinAsync("zoe", "spring", handle: "Zoë");
        await pilot.JoinAsync("elodie", "spring", handle: "élodie");
        await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator);
        await pilot.JoinAsync("maya", "spring", CohortRole.Mentor);
        await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        var amina = await pilot.JoinAsync("amina", "spring", track: "nascent");

        var people = await amina.GetAsync("/c/spring/people");

        Assert.Equal(["Ines", "Maya", "Eva", "Amina", "élodie", "Zoë"], Names(people));
        Assert.Equal(["instructor", "mentor", "evaluator"], people.Document.QuerySelectorAll(".faces .tag").Select(tag => tag.TextContent));
        Assert.Contains("6 people are here", people.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_SaysNothingOfProgressTracksOrDates()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: new(2027, 2, 1));
        var amina = await pilot.JoinAsync("amina", "spring", track: "nascent");
        var kenji = await pilot.JoinAsync("kenji", "spring");
        var before = await kenji.GetAsync("/c/spring/people");

        await pilot.Grains.Learner(amina.Learner).Complete("spring", 1);
        await pilot.Grains.Learner(amina.Learner).Pause("spring");

        Assert.Contains("Amina", before.Text, StringComparison.Ordinal);
        Assert.Equal(before.Text, (await kenji.GetAsync("/c/spring/people")).Text);
        Assert.DoesNotContain("nascent", before.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_WhenSomeoneGoesByMarkup_ShowsItAsText()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring", handle: "<b>Amina</b>");

        Assert.Equal(["<b>Amina</b>"], Names(await amina.GetAsync("/c/spring/people")));
    }

    [Fact]
    public async Task People_WhenTheyAreMany_ComeInPages()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", seats: 200);
        var amina = await pilot.JoinAsync("amina", "spring");
        await Task.WhenAll(Enumerable.Range(1, 160).Select(async number =>
        {
            var learner = pilot.Grains.Learner($"learner-{number}");
            await learner.Register(TestPilot.Preferences);
            await learner.Join(new("spring", $"Person {number}", CohortRole.Participant, null));
        }));

        var first = await amina.GetAsync("/c/spring/people");
        var second = await amina.GetAsync($"/c/spring/people{first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")}");

        Assert.Equal(["Amina", .. Enumerable.Range(1, 160).Select(number => $"Person {number}")], Names(first).Concat(Names(second)));
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
        Assert.NotEmpty(Names(await amina.GetAsync("/c/spring/people?from=99999")));
        Assert.Equal(Names(first), Names(await amina.GetAsync("/c/spring/people?from=-5")));
    }

    [Fact]
    public async Task People_OfACohortThatOneIsNotIn_DoesNotExist()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.CohortAsync("autumn");
        var amina = await pilot.JoinAsync("amina", "autumn");

        Assert.Equal(HttpStatusCode.NotFound, (await amina.GetAsync("/c/spring/people")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await amina.GetAsync("/c/spring/manage/people")).Status);
        Assert.StartsWith("/sign-in", (await pilot.Visit().GetAsync("/c/spring/people")).Path, StringComparison.Ordinal);
    }

    private static List<string> Names(PageView page) => [.. page.Document.QuerySelectorAll(".faces bdi").Select(name => name.TextContent)];
}
