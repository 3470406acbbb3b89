using System.Net;
using System.Text.Json;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Evaluation;

public sealed class EvaluatePageTests
{
    [Fact]
    public async Task Evaluate_ShowsPicturesWithTheirTables_AndNBesideEachPercentage()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot);

        var page = await eva.GetAsync("/c/spring/evaluate");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("60 people joined", page.Text, StringComparison.Ordinal);
        foreach (var picture in page.Document.QuerySelectorAll(".picture").Where(picture => picture.QuerySelector("svg") is not null))
        {
            Assert.Equal("img", picture.QuerySelector("svg")!.GetAttribute("role"));
            Assert.NotEqual("", picture.QuerySelector("desc")!.TextContent);
            Assert.NotEmpty(picture.QuerySelectorAll("table tbody tr"));
        }

        Assert.All(
            page.Document.QuerySelectorAll("#stages-h ~ svg text").Select(text => text.TextContent).Where(text => text.Contains('%', StringComparison.Ordinal)),
            text => Assert.Contains(" n ", text, StringComparison.Ordinal));
        Assert.Empty(page.Document.QuerySelectorAll("main [style], main script, main svg style"));
    }

    [Fact]
    public async Task Evaluate_ByOneGroup_SaysWhich_AndByTwoAttributesRefuses()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot);

        var group = await eva.GetAsync("/c/spring/evaluate?by=region&is=Asia");
        var two = await eva.GetAsync("/c/spring/evaluate?by=region&is=Asia&by=language&is=fr");

        Assert.Contains("Asia", group.Document.QuerySelector(".filters [aria-current]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, two.Status);
        Assert.NotNull(two.Document.QuerySelector("[role=alert]"));
    }

    [Theory]
    [InlineData("fr", "Qui reste")]
    [InlineData("ar", "من يبقى")]
    public async Task Evaluate_SpeaksTheReadersLanguage(string language, string title)
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot, language);

        var page = await eva.GetAsync("/c/spring/evaluate");

        Assert.Equal(title, page.Document.QuerySelector("#stays-h")!.TextContent);
        Assert.Equal(language == "ar" ? "rtl" : "ltr", page.Document.QuerySelector("svg")!.GetAttribute("direction"));
    }

    [Fact]
    public async Task Evaluate_WhenNobodyJoined_SaysSo()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var omar = await pilot.OrganiserAsync();

        var page = await omar.GetAsync("/c/spring/evaluate");

        Assert.Contains("Nobody has joined yet", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluation_ForPrograms_HasNoGroupUnderFive()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot);

        using var answer = JsonDocument.Parse(await eva.Http.GetStringAsync(new Uri("/api/v1/cohorts/spring/evaluation", UriKind.Relative), TestContext.Current.CancellationToken));
        using var asia = JsonDocument.Parse(await eva.Http.GetStringAsync(new Uri("/api/v1/cohorts/spring/evaluation?by=region&is=Asia", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Equal(60, answer.RootElement.GetProperty("joined").GetInt32());
        Assert.Equal(20, asia.RootElement.GetProperty("stages").GetProperty("n").GetInt32());
        Assert.All(Counts(answer.RootElement).Concat(Counts(asia.RootElement)), count => Assert.False(count is > 0 and < 5));
    }

    private static IEnumerable<int> Counts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "count" ? [member.Value.GetInt32()] : Counts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Counts),
        _ => [],
    };
}
