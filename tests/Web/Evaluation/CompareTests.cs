using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Startup;

namespace CohortCourses.Tests.Web.Evaluation;

/// <summary>Winter and spring: the same story twice, the second time with a pulse that was answered otherwise.</summary>
public sealed class CompareTests
{
    [Fact]
    public async Task Compare_PutsEveryFigureBesideTheOther_WithTheDifference()
    {
        await using var pilot = await TestPilot.StartAsync();
        await TwoPhasesAsync(pilot);
        var omar = await pilot.OrganiserAsync();

        var page = await omar.GetAsync("/c/spring/evaluate/compare?with=winter");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var left = page.Document.QuerySelectorAll(".compared tbody tr").Single(row => row.Children[0].TextContent == "Where people are: left");
        Assert.Equal("−73 (−83 to −60) points", left.Children[3].TextContent);
        Assert.All(page.Document.QuerySelectorAll(".compared tbody td:nth-child(2) .small"), n => Assert.StartsWith("n ", n.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Compare_WithACohortThatOneDoesNotEvaluate_DoesNotExist()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await TwoPhasesAsync(pilot);

        Assert.Equal(HttpStatusCode.NotFound, (await eva.GetAsync("/c/spring/evaluate/compare?with=winter")).Status);
        Assert.Contains("no other phase that you may see", (await eva.GetAsync("/c/spring/evaluate/compare")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_OfAQuestionInOtherWords_IsShownAndRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        await TwoPhasesAsync(pilot);
        var reworded = Story.Pulse with { Form = "extra", Questions = [Story.Pulse.Questions[0] with { Wording = "ffffffffffff" }] };
        foreach (var (cohort, form) in new[] { ("winter", reworded with { Questions = [Story.Pulse.Questions[0]] }), ("spring", reworded) })
        {
            var opened = await Story.OpenAsync(pilot, cohort, form, null);
            foreach (var person in Enumerable.Range(0, 20))
            {
                await Story.AnswerAsync(pilot, cohort, opened, person, ("pace", [person % 2 == 0 ? "4" : "5"]));
            }

            await pilot.Grains.Forms(cohort).Close(opened);
        }

        pilot.Clock.Advance(TimeSpan.FromMinutes(2));
        var view = (await pilot.Grains.Comparison("spring").With("winter")).View!;

        var refused = view.Figures.Where(figure => figure.Refused is not null).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, figure => Assert.Equal(("evaluation.other-wording", null), (figure.Refused, figure.Difference)));
    }

    [Fact]
    public async Task Report_AsMarkdown_HasEveryPicturesTable_AndNoMarkupOfOthers()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await TwoPhasesAsync(pilot);

        var report = await eva.GetAsync("/c/spring/evaluate/report");
        var markdown = await eva.Http.GetStringAsync(new Uri("/c/spring/evaluate/report.md", UriKind.Relative), TestContext.Current.CancellationToken);
        var picture = await eva.GetAsync("/c/spring/evaluate/pictures/stays.svg");

        Assert.Equal(HttpStatusCode.OK, report.Status);
        Assert.StartsWith("# Report: Spring", markdown, StringComparison.Ordinal);
        Assert.True(markdown.Split("|---|").Length > report.Document.QuerySelectorAll(".picture svg").Length, "a table for each picture");
        Assert.Contains("| Week 1 | 60 |", markdown, StringComparison.Ordinal);
        Assert.StartsWith("<svg xmlns", picture.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await eva.GetAsync("/c/spring/evaluate/pictures/nothing.svg")).Status);
    }

    [Fact]
    public async Task PhaseCompare_WithoutSuchACohort_SaysSo()
    {
        var folder = Directory.CreateTempSubdirectory("cohort-courses-phase-");
        try
        {
            Assert.Equal(1, await Commands.RunAsync(["phase", "compare", "spring", "winter", "--data", Path.Combine(folder.FullName, "data")]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Visitor> TwoPhasesAsync(TestPilot pilot)
    {
        await Story.TellAsync(pilot, cohort: "winter", withForms: true);
        pilot.Clock.Advance(TimeSpan.FromDays(30));
        return await Story.TellAsync(pilot, withForms: true);
    }
}
