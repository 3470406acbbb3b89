using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Feedback;

public sealed class FormTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(25, 1)]
    [InlineData(26, 2)]
    [InlineData(60, 3)]
    [InlineData(180, 8)]
    public async Task Pages_AfterARestart_AreAsManyAsWereFilled(int answers, int pages)
    {
        await using var survey = await Survey.StartAsync(answers);
        var form = await survey.Open(FormLevel.Confidential);
        foreach (var learner in Survey.Learners(answers))
        {
            await survey.Answered(form, learner);
        }

        await survey.Pilot.Restart();

        Assert.Equal(pages, await survey.Form(form).Pages());
        Assert.Equal(pages == 0 ? 0 : answers - (25 * (pages - 1)), (await survey.Form(form).Responses(pages)).Length);
    }

    [Fact]
    public async Task Open_Twice_IsOnce_AndAgainIsAnotherUnderItsOwnName()
    {
        await using var survey = await Survey.StartAsync(participants: 0);
        var opening = new OpenForm(Survey.NewId(), Survey.Pulse(), Week: 3, Survey.Closing, "ines");

        Assert.Equal("weekly-pulse-w3", (await survey.Forms.Open(opening)).Form);
        Assert.Equal("weekly-pulse-w3", (await survey.Forms.Open(opening)).Form);
        Assert.Equal("weekly-pulse-w3-2", (await survey.Forms.Open(opening with { Id = Survey.NewId() })).Form);
        Assert.Equal(["weekly-pulse-w3", "weekly-pulse-w3-2"], (await survey.Forms.List()).Select(form => form.Id));
        Assert.Equal(2, (await survey.Pilot.Events()).Count(happened => happened.StartsWith("formOpened", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Open_WithAWeakerPromiseThanBefore_IsRefused()
    {
        await using var survey = await Survey.StartAsync(participants: 0);
        await survey.Open();

        (await survey.Forms.Open(new(Survey.NewId(), Survey.Pulse(FormLevel.Named), 2, Survey.Closing, "ines"))).Outcome.Refused("feedback.weaker");
    }

    [Fact]
    public async Task Open_WhenTheGrainDiedBeforeTheFormWasKept_IsOpenedByTheRetry()
    {
        await using var survey = await Survey.StartAsync(participants: 0);
        var opening = new OpenForm(Survey.NewId(), Survey.Pulse(), Week: null, Survey.Closing, "ines");
        survey.Pilot.Store.FailNext("form", Fault.BeforeItIsKept);

        await Faults.Reach(() => survey.Forms.Open(opening));
        Assert.Empty(await survey.Forms.List());
        Assert.Equal("weekly-pulse", (await survey.Forms.Open(opening)).Form);
        Assert.Single(await survey.Forms.List());
    }

    [Fact]
    public async Task Answer_ByWhoMayNot_IsRefused()
    {
        await using var survey = await Survey.StartAsync();
        var form = await survey.Open();

        (await survey.Answer("weekly-pulse-w9", Survey.Learner(1))).Outcome.Refused("feedback.unknown");
        (await survey.Answer(form, "ines")).Outcome.Refused("feedback.participants-only");
        (await survey.Answer(form, "mallory")).Outcome.Refused("feedback.participants-only");
        (await survey.Answer(form, Survey.Learner(1), ballot: Survey.NewId())).Outcome.Refused("feedback.ballot");
        survey.Pilot.Clock.Advance(TimeSpan.FromDays(7));
        (await survey.Answer(form, Survey.Learner(1))).Outcome.Refused("feedback.closed");
    }

    [Fact]
    public async Task Answer_ThatDoesNotFit_IsRefusedByQuestion_AndNothingIsKept()
    {
        await using var survey = await Survey.StartAsync();
        var form = await survey.Open();

        var reply = await survey.Answer(form, Survey.Learner(1), pace: "sideways", why: new('x', 501));

        reply.Outcome.Refused("feedback.check");
        Assert.Equal([("pace", "feedback.unknown-choice"), ("why", "feedback.too-long")], reply.Refused.Select(refused => (refused.Question, refused.Why.Code!)));
        Assert.Equal(0, (await survey.Form(form).Results()).Responses);
    }

    [Fact]
    public async Task Answer_OfAConfidentialForm_CanBeChanged_AndIsOne()
    {
        await using var survey = await Survey.StartAsync();
        var form = await survey.Open(FormLevel.Confidential);
        await survey.Answered(form, Survey.Learner(1), "slow");
        await survey.Answered(form, Survey.Learner(1), "fast");

        var standing = await survey.Form(form).Standing(Survey.Learner(1));
        Assert.Equal(["fast"], standing.Mine!.Answers["pace"]);
        Assert.Equal(1, (await survey.Form(form).Results()).Responses);
        Assert.Single(await survey.Form(form).Responses(1));
        Assert.Empty(await survey.Form(form).Ballots(1));
    }

    [Fact]
    public async Task Answer_OfAnAnonymousForm_CannotBeChanged_ButSentAgain()
    {
        await using var survey = await Survey.StartAsync();
        var form = await survey.Open();
        var ballot = await survey.Answered(form, Survey.Learner(1));

        (await survey.Answer(form, Survey.Learner(1), ballot: ballot)).Outcome.Accepted();
        (await survey.Answer(form, Survey.Learner(1))).Outcome.Refused("feedback.answered");
        Assert.Equal(1, (await survey.Form(form).Results()).Responses);
        Assert.Null((await survey.Form(form).Standing(Survey.Learner(1))).Mine);
        survey.Pilot.Clock.Advance(TimeSpan.FromDays(8));
        (await survey.Answer(form, Survey.Learner(1), ballot: ballot)).Outcome.Accepted();
    }

    [Fact]
    public async Task Answer_WhoseReceiptWasLostInACrash_IsStillOneWhenTheBrowserSendsItsBallotAgain()
    {
        await using var survey = await Survey.StartAsync();
        var form = await survey.Open();
        var ballot = await survey.Answered(form, Survey.Learner(1));

        await survey.Pilot.Restart();

        Assert.False(await survey.Form(form).HasAnswered(Survey.Learner(1)));
        (await survey.Answer(form, Survey.Learner(1), ballot: ballot)).Outcome.Accepted();
        Assert.Equal(1, (await survey.Form(form).Results()).Responses);
        Assert.True(await survey.Form(form).HasAnswered(Survey.Learner(1)));
    }

    [Theory]
    [InlineData(FormLevel.Anonymous)]
    [InlineData(FormLevel.Confidential)]
    [InlineData(FormLevel.Named)]
    public async Task Answers_OfMany_AreThereAfterARestart_AndEqualARecount(FormLevel level)
    {
        await using var survey = await Survey.StartAsync(participants: 60);
        var form = await survey.Open(level);
        foreach (var (index, learner) in Survey.Learners(60).Index())
        {
            await survey.Answered(form, learner, index % 3 == 0 ? "slow" : "right");
        }

        await survey.Pilot.Restart();
        var after = await survey.Form(form).Results();

        Assert.Equal((60, 0), (after.Responses, after.Counted));
        (await survey.Forms.Close(form)).Accepted();
        var closed = await survey.Form(form).Results();
        Assert.Equal((60, 60, true), (closed.Responses, closed.Counted, closed.IsFinal));
        Assert.Equal("slow 20, right 40", Told(closed));
        Assert.Equal(level == FormLevel.Anonymous ? 55 : 60, (await survey.Form(form).Respondents()).Length); // five receipts were in memory alone
        Assert.Equal(3, await survey.Form(form).Pages());
    }

    [Theory]
    [InlineData(FormLevel.Anonymous)]
    [InlineData(FormLevel.Confidential)]
    [InlineData(FormLevel.Named)]
    public async Task Results_ShownWhileAnswersCome_MoveByGroupsOfFive_AndStayAfterARestartAndAnErasure(FormLevel level)
    {
        await using var survey = await Survey.StartAsync(participants: 24);
        var form = await survey.Open(level);
        foreach (var (index, learner) in Survey.Learners(12).Index())
        {
            await survey.Answered(form, learner, index % 2 == 0 ? "slow" : "right");
        }

        Assert.Empty((await survey.Form(form).Results()).Questions);
        (await survey.Forms.ShowResults(form, true)).Accepted();
        Assert.Equal("slow 6, right 6", Told(await survey.Form(form).Results()));
        foreach (var (index, learner) in Survey.Learners(24).Skip(12).Index())
        {
            await survey.Answered(form, learner, index < 3 ? "slow" : "right");
        }

        await survey.Pilot.Restart();
        Assert.Equal((24, 24, "slow 6, right 6"), (await survey.Form(form).Results()) is var moved ? (moved.Responses, moved.Counted, Told(moved)) : default);
        await survey.Forms.Forget(Survey.Learner(1));
        (await survey.Forms.Close(form)).Accepted();
        Assert.Equal("slow 6, right 6", Told(await survey.Form(form).Results()));
    }

    [Fact]
    public async Task Close_AtItsTime_NeedsNobody_AndIsToldOnce()
    {
        await using var survey = await Survey.StartAsync(participants: 6);
        var form = await survey.Open();
        foreach (var learner in Survey.Learners(6))
        {
            await survey.Answered(form, learner);
        }

        var written = survey.Pilot.Store.NextWrite("receipts");
        survey.Pilot.Clock.Advance(TimeSpan.FromDays(7));
        await written.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(6, (await survey.Form(form).Respondents()).Length);
        Assert.True((await survey.Form(form).Results()).IsFinal);
        Assert.Equal(1, (await survey.Pilot.Events()).Count(happened => happened.StartsWith("formClosed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Ballots_AreNotHandedOut_BeforeTheFormIsClosed_NorIfTheLastOnesCouldBeTold()
    {
        await using var survey = await Survey.StartAsync(participants: 12);
        var (few, many) = (await survey.Open(), await survey.Open(week: 2));
        (await survey.Forms.ShowResults(few, true)).Accepted();
        foreach (var learner in Survey.Learners(12))
        {
            await survey.Answered(few, learner);
            await survey.Answered(many, learner);
        }

        Assert.Empty(await survey.Form(many).Ballots(1));
        (await survey.Forms.Close(few)).Accepted();
        (await survey.Forms.Close(many)).Accepted();

        Assert.Empty(await survey.Form(few).Ballots(1));
        Assert.Equal(12, (await survey.Form(many).Ballots(1)).Length);
    }

    [Fact]
    public async Task Waiting_IsWhatIsOpenAndUnanswered_AndAnsweredByNamesFormsOnce()
    {
        await using var survey = await Survey.StartAsync();
        var (first, second) = (await survey.Open(FormLevel.Confidential), await survey.Open(FormLevel.Confidential, week: 2));
        await survey.Answered(first, Survey.Learner(1));

        Assert.Equal([second], (await survey.Forms.Waiting(Survey.Learner(1))).Select(form => form.Id));
        await survey.Answered(second, Survey.Learner(1));
        Assert.Equal(["weekly-pulse"], await survey.Forms.AnsweredBy(Survey.Learner(1), ["weekly-pulse", "after"]));
        (await survey.Forms.Close(second)).Accepted();
        Assert.Equal([first], (await survey.Forms.Waiting(Survey.Learner(2))).Select(form => form.Id));
    }

    [Fact]
    public async Task Forget_TakesAnswersUnderTheName_AndLeavesAnonymousOnes()
    {
        await using var survey = await Survey.StartAsync();
        var (secret, named) = (await survey.Open(), await survey.Open(FormLevel.Named, form: "named"));
        await survey.Answered(secret, Survey.Learner(1));
        await survey.Answered(named, Survey.Learner(1));

        await survey.Forms.Forget(Survey.Learner(1));
        await survey.Forms.Forget(Survey.Learner(1));

        Assert.Equal(1, (await survey.Form(secret).Results()).Responses);
        Assert.Equal(0, (await survey.Form(named).Results()).Responses);
        Assert.Empty(await survey.Form(secret).Respondents());
        Assert.Empty(await survey.Form(named).Respondents());
    }

    [Fact]
    public async Task ShowResults_IsToldOnce()
    {
        await using var survey = await Survey.StartAsync(participants: 0);
        var form = await survey.Open();

        (await survey.Forms.ShowResults(form, shown: true)).Accepted();
        (await survey.Forms.ShowResults(form, shown: true)).Accepted();

        Assert.NotNull((await survey.Forms.Find(form))!.ResultsShownAt);
        Assert.Equal(1, (await survey.Pilot.Events()).Count(happened => happened.StartsWith("resultsShown", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Completion_AsksForTheForm_AndHasItOnceItIsAnswered()
    {
        await using var survey = await Survey.StartAsync();
        var (pilot, course) = (survey.Pilot, (await survey.Grains.Course(Pilot.Course).Get())!.Outline);
        await survey.Grains.Course(Pilot.Course).Publish(course with { Revision = "r2", ModulesToComplete = 1, FormsToComplete = ["weekly-pulse"] });
        (await survey.Grains.Cohort("summer").Create(Pilot.Spring with { Name = "Summer" })).Accepted();
        var learner = await pilot.Join(Survey.Learner(1), "summer");
        pilot.Clock.Advance(TimeSpan.FromDays(2));
        (await learner.Complete("summer", 1)).Accepted();
        var opened = await survey.Grains.Forms("summer").Open(new(Survey.NewId(), Survey.Pulse(FormLevel.Confidential), 1, Survey.Closing, "ines"));

        var before = (await learner.Enrolment("summer"))!;
        (await survey.Grains.Form("summer", opened.Form!).Answer(new(Survey.Learner(1), Survey.NewBallot(), "en", Survey.Answers("right")))).Outcome.Accepted();
        var after = (await learner.Enrolment("summer"))!;

        Assert.Equal((false, "weekly-pulse"), (before.Complete, string.Join(' ', before.FormsMissing)));
        Assert.Equal((true, ""), (after.Complete, string.Join(' ', after.FormsMissing)));
        Assert.Equal([Survey.Learner(1)], await survey.Grains.Forms("summer").Respondents("weekly-pulse"));
    }

    [Fact]
    public async Task Answers_BehindAPageThatErasuresEmptied_AreStillThereAfterARestart()
    {
        await using var survey = await Survey.StartAsync(participants: 30);
        var form = await survey.Open(FormLevel.Named);
        foreach (var learner in Survey.Learners(30))
        {
            await survey.Answered(form, learner);
        }

        foreach (var learner in Survey.Learners(25))
        {
            await survey.Forms.Forget(learner);
        }

        await survey.Pilot.Restart();

        Assert.Equal(5, (await survey.Form(form).Results()).Responses);
        Assert.True(await survey.Form(form).HasAnswered(Survey.Learner(30)));
    }

    private static string Told(FormResults results) => string.Join(", ", results.Questions.Single(question => question.Question == "pace").Figure.Outcomes
        .Where(group => group.Size > 0).Select(group => string.Create(CultureInfo.InvariantCulture, $"{string.Join('+', group.Values)} {group.Size}")));
}
