using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Grains.Feedback;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Evaluation;

/// <summary>What the answers of a large cohort were counted to is kept, so that nobody waits for it after a restart.</summary>
public sealed class KeptFiguresTests
{
    private const int Many = 520;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Questions_OfManyPeople_AreHandedOutAsCountedLast_UntilTheyAreCountedAgain()
    {
        await using var survey = await Survey.StartAsync(520);
        var form = await survey.Open(FormLevel.Confidential);
        await survey.Answered(form, Survey.Learner(1));
        var evaluation = survey.Grains.Evaluation(Survey.Cohort);
        var first = (await evaluation.Questions([])).View!;
        await survey.Answered(form, Survey.Learner(2));
        survey.Pilot.Clock.Advance(TimeSpan.FromMinutes(5));

        var kept = (await evaluation.Questions([])).View!;
        var counted = (await evaluation.Questions([], anew: true)).View!;

        Assert.Equal(first.AsOf, kept.AsOf);
        Assert.Equal(first.AsOf.AddMinutes(5), counted.AsOf);
    }

    [Fact]
    public async Task Questions_OfManyPeople_OutliveARestart_AndAreCountedAgainMeanwhile()
    {
        await using var survey = await Survey.StartAsync(Many);
        var form = await survey.Open(FormLevel.Confidential);
        await Answer(survey, form, 1, 6);
        var first = (await survey.Grains.Evaluation(Survey.Cohort).Questions([])).View!;
        await Answer(survey, form, 7, 20);
        survey.Pilot.Clock.Advance(TimeSpan.FromMinutes(5));

        await survey.Pilot.Restart();
        var again = survey.Pilot.Store.NextWrite("counted", $"{Survey.Cohort}/questions/1");
        var kept = (await survey.Grains.Evaluation(Survey.Cohort).Questions([])).View!;
        survey.Pilot.Clock.Advance(TimeSpan.FromSeconds(2));
        await again.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await survey.Pilot.Restart();
        var written = (await survey.Grains.Evaluation(Survey.Cohort).Questions([])).View!;

        Assert.Equal(Json(first), Json(kept));
        Assert.Equal(20, Assert.Single(written.Forms).Answered.Shares[0].Count);
        Assert.Equal(Json((await survey.Grains.Evaluation(Survey.Cohort).Questions([], anew: true)).View!), Json(written));
    }

    [Fact]
    public async Task Questions_AfterSomebodyIsErased_AreKeptWithoutThem()
    {
        await using var survey = await Survey.StartAsync(Many);
        var form = await survey.Open(FormLevel.Named);
        await Answer(survey, form, 1, 12);
        await survey.Grains.Evaluation(Survey.Cohort).Questions([]);

        (await survey.Grains.Learner(Survey.Learner(1)).Leave(Survey.Cohort)).Accepted();
        await survey.Forms.Forget(Survey.Learner(1));
        survey.Pilot.Clock.Advance(TimeSpan.FromMinutes(5));
        var again = survey.Pilot.Store.NextWrite("counted", $"{Survey.Cohort}/questions/1");
        await survey.Grains.Evaluation(Survey.Cohort).Questions([]);
        survey.Pilot.Clock.Advance(TimeSpan.FromSeconds(2));
        await again.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await survey.Pilot.Restart();
        var view = (await survey.Grains.Evaluation(Survey.Cohort).Questions([])).View!;
        Assert.Equal(11, Assert.Single(view.Forms).Answered.Shares[0].Count);
    }

    /// <summary>Ten answers, of which five receipts were drawn and five wait: what is kept may not tell of those.</summary>
    [Fact]
    public async Task Questions_OfAnAnonymousForm_AreKeptForThoseWhoseReceiptIsOnDisk()
    {
        await using var survey = await Survey.StartAsync(Many);
        var form = await survey.Open();
        await Answer(survey, form, 1, 10);
        Assert.Equal((10, 5), ((await survey.Form(form).Respondents()).Length, (await survey.Form(form).Recorded()).Length));

        var view = (await survey.Grains.Evaluation(Survey.Cohort).Questions([])).View!;

        Assert.Equal(5, Assert.Single(view.Forms).Answered.Shares[0].Count);
    }

    [Fact]
    public async Task Questions_WhenPagesOfTwoCountsAreThere_AreCounted()
    {
        await using var survey = await Survey.StartAsync(Many);
        var form = await survey.Open(FormLevel.Confidential);
        await Answer(survey, form, 1, 6);
        await survey.Grains.Evaluation(Survey.Cohort).Questions([]);
        var first = (await survey.Grains.KeptPage(Survey.Cohort, "questions", 1).ReadThrough())!;
        await survey.Grains.KeptPage(Survey.Cohort, "questions", 1).Keep(first with { Pages = 2 });
        await survey.Grains.KeptPage(Survey.Cohort, "questions", 2).Keep(first with { Count = "another", Pages = 2 });
        await Answer(survey, form, 7, 20);

        await survey.Pilot.Restart();
        var view = (await survey.Grains.Evaluation(Survey.Cohort).Questions([])).View!;

        Assert.Equal(20, Assert.Single(view.Forms).Answered.Shares[0].Count);
    }

    [Fact]
    public async Task Questions_OfAnotherShape_AreCounted()
    {
        await using var survey = await Survey.StartAsync(Many);
        var form = await survey.Open(FormLevel.Confidential);
        await Answer(survey, form, 1, 6);
        await survey.Grains.Evaluation(Survey.Cohort).Questions([]);
        var first = (await survey.Grains.KeptPage(Survey.Cohort, "questions", 1).ReadThrough())!;
        await survey.Grains.KeptPage(Survey.Cohort, "questions", 1).Keep(first with { Shape = first.Shape + 1 });
        await Answer(survey, form, 7, 20);

        await survey.Pilot.Restart();
        var view = (await survey.Grains.Evaluation(Survey.Cohort).Questions([])).View!;

        Assert.Equal(20, Assert.Single(view.Forms).Answered.Shares[0].Count);
    }

    [Fact]
    public async Task Questions_OfFewPeople_AreNotKept()
    {
        await using var survey = await Survey.StartAsync(12);
        await Answer(survey, await survey.Open(FormLevel.Confidential), 1, 6);

        await survey.Grains.Evaluation(Survey.Cohort).Questions([]);

        Assert.Null(await survey.Grains.KeptPage(Survey.Cohort, "questions", 1).ReadThrough());
    }

    [Fact]
    public async Task Codable_OfManyPeople_OutlivesARestart_AndIsCountedAgainMeanwhile()
    {
        await using var survey = await Survey.StartAsync(Many);
        foreach (var learner in Survey.Learners(Many))
        {
            (await survey.Grains.Learner(learner).AgreeToResearch(Survey.Cohort, true)).Accepted();
        }

        var form = await survey.Open(FormLevel.Confidential);
        var desk = survey.Grains.CodingDesk(Survey.Cohort);
        (await survey.Answer(form, Survey.Learner(1), why: "So much to read.")).Outcome.Accepted();
        Assert.Equal(1, (await desk.Codable()).Texts(form, "why"));
        (await survey.Answer(form, Survey.Learner(2), why: "So little time.")).Outcome.Accepted();
        survey.Pilot.Clock.Advance(TimeSpan.FromMinutes(5));

        await survey.Pilot.Restart();
        desk = survey.Grains.CodingDesk(Survey.Cohort);
        var again = survey.Pilot.Store.NextWrite("counted", $"{Survey.Cohort}/codable/1");
        Assert.Equal(1, (await desk.Codable()).Texts(form, "why"));
        survey.Pilot.Clock.Advance(TimeSpan.FromSeconds(2));
        await again.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(2, (await desk.Codable()).Texts(form, "why"));
    }

    private static async Task Answer(Survey survey, string form, int first, int last)
    {
        foreach (var number in Enumerable.Range(first, last - first + 1))
        {
            await survey.Answered(form, Survey.Learner(number));
        }
    }

    private static string Json(QuestionsView view) => JsonSerializer.Serialize(view);
}
