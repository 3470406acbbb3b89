using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Evaluation;

public sealed class QuestionsPageTests
{
    [Fact]
    public async Task Questions_ShowResponseRatesAnswersOverTheWeeksAndWhatChanged()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot, withForms: true);

        var page = await eva.GetAsync("/c/spring/evaluate/questions");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["68% (56% to 79%)", "63% (51% to 74%)", "58% (46% to 70%)", "53% (41% to 65%)"], Column(page, "answered-weekly-pulse", 3));
        Assert.Equal(["41", "38", "35", "32"], Column(page, "weekly-pulse-pace-aaaaaaaaaaaa-", 1));
        Assert.Equal(["40", "40"], Column(page, "changes", 1));
        Assert.StartsWith("+1.4", Column(page, "changes", 4)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("More time.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_ByOneGroup_SayThatAnonymousAnswersHaveNone()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot, withForms: true);

        var page = await eva.GetAsync("/c/spring/evaluate/questions?by=region&is=Asia");

        Assert.Contains("This form is anonymous", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("[id^='weekly-pulse-pace'] svg"));
    }

    [Fact]
    public async Task Questions_WordedAnew_StandApart_AndAreNotCompared()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot, withForms: true);
        var reworded = Story.After with { Questions = [Story.After.Questions[0] with { Wording = "eeeeeeeeeeee" }, Story.After.Questions[1]] };
        var form = await Story.OpenAsync(pilot, Story.Cohort, reworded, 5);
        foreach (var person in Enumerable.Range(0, 30))
        {
            await Story.AnswerAsync(pilot, Story.Cohort, form, person, ("can", ["negotiate:5", "write:5"]));
        }

        pilot.Clock.Advance(TimeSpan.FromMinutes(2));
        var page = await eva.GetAsync("/c/spring/evaluate/questions");

        Assert.Contains("asked in other words", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not compared: prepare a negotiation", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#changes-h"));
    }

    [Fact]
    public async Task Questions_OfWhichNothingCanBeTold_StandInAListAndInNoPicture()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot, withForms: true);
        var alike = await Story.OpenAsync(pilot, Story.Cohort, Story.Pulse with { Form = "alike", Level = FormLevel.Confidential }, 4);
        foreach (var person in Enumerable.Range(0, 13))
        {
            await Story.AnswerAsync(pilot, Story.Cohort, alike, person, ("pace", ["4"]));
        }

        var page = await eva.GetAsync("/c/spring/evaluate/questions?anew=true");

        Assert.NotEmpty(page.Document.QuerySelectorAll("section[aria-labelledby='form-alike'] .untold li"));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".question .picture svg"));
        Assert.DoesNotContain(page.Document.QuerySelectorAll(".question .picture"), picture => picture.QuerySelector("svg") is null);
    }

    [Fact]
    public async Task Questions_OfAnAnonymousForm_AreToldOnceItIsClosed_AsToEverybody()
    {
        await using var pilot = await TestPilot.StartAsync();
        var eva = await Story.TellAsync(pilot);
        var form = await Story.OpenAsync(pilot, Story.Cohort, Story.Pulse, 4);
        foreach (var person in Enumerable.Range(0, 13))
        {
            await Story.AnswerAsync(pilot, Story.Cohort, form, person, ("pace", [person % 2 == 0 ? "4" : "5"]));
        }

        Assert.Empty((await pilot.Grains.Evaluation(Story.Cohort).Questions([])).View!.Forms[0].Questions);
        Assert.True((await pilot.Grains.Forms(Story.Cohort).Close(form)).Accepted);
        var view = (await pilot.Grains.Evaluation(Story.Cohort).Questions([], anew: true)).View!;

        Assert.Equal((await pilot.Grains.Form(Story.Cohort, form).Results()).Questions.Select(question => question.Figure.N), view.Forms[0].Questions.Select(question => question.Figure.N));
        Assert.Equal(13, view.Forms[0].Questions.Single(question => question.Question == "pace").Figure.N);
        Assert.Contains("How many answered", (await eva.GetAsync("/c/spring/evaluate/questions")).Text, StringComparison.Ordinal);
    }

    private static string[] Column(PageView page, string picture, int cell) =>
        [.. page.Document.QuerySelectorAll($"[aria-labelledby='{picture}-h'] tbody tr").Select(row => row.Children[cell].TextContent)];
}
