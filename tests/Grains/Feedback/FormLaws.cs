using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Feedback;

/// <summary>Whatever people and the machine do, in whatever order: what is counted is what is kept.</summary>
public sealed class FormLaws
{
    private const int Histories = 25;
    private const int Steps = 60;
    private const int People = 14;

    [Theory]
    [InlineData(FormLevel.Anonymous)]
    [InlineData(FormLevel.Confidential)]
    [InlineData(FormLevel.Named)]
    public async Task Tallies_AfterAnyHistory_EqualARecount(FormLevel level)
    {
        for (var seed = 1; seed <= Histories; seed++)
        {
            await using var survey = await Survey.StartAsync(People);
            await Play(survey, await survey.Open(level), level, new Random(seed), $"seed {seed}");
        }
    }

    private static async Task Play(Survey survey, string form, FormLevel level, Random random, string seed)
    {
        var shown = 0;
        for (var step = 0; step < Steps; step++)
        {
            await Do(survey, form, random);
            var results = await survey.Form(form).Results();
            var kept = await Kept(survey, form, level);
            Assert.True(kept.Count == results.Responses, seed);
            Assert.True(results.Counted == shown || results.Counted - shown >= 5, $"{seed}: moved from {shown} to {results.Counted}");
            if (results.Counted > shown)
            {
                Assert.All(results.Questions.SelectMany(question => question.Figure.Outcomes), group => Assert.False(group.Size is > 0 and < 5, seed));
                Assert.All(Moved(results), group => Assert.True(group.Size == kept.Count(group.Values.Contains), seed));
            }

            shown = results.Counted;
        }
    }

    private static async Task Do(Survey survey, string form, Random random)
    {
        var learner = Survey.Learner(random.Next(1, People + 1));
        switch (random.Next(40))
        {
            case < 34:
                await Record.ExceptionAsync(() => survey.Answer(form, learner, new[] { "slow", "right", "fast" }[random.Next(3)]));
                break;
            case 34 or 35:
                await survey.Pilot.Restart();
                break;
            case 36:
                await survey.Forms.Forget(learner);
                break;
            case 37:
                survey.Pilot.Store.FailNext("responses", Fault.AfterItIsKept);
                survey.Pilot.Store.FailNext("ballots", Fault.BeforeItIsKept);
                await Record.ExceptionAsync(() => survey.Answer(form, learner));
                break;
            case 38 when random.Next(6) == 0:
                await survey.Forms.Close(form);
                break;
            case 39:
                await survey.Forms.ShowResults(form, random.Next(2) == 0);
                break;
        }
    }

    private static async Task<List<string>> Kept(Survey survey, string form, FormLevel level)
    {
        var answers = new List<string>();
        for (var page = 1; page <= await survey.Form(form).Pages(); page++)
        {
            var key = $"{Survey.Cohort}/{form}";
            answers.AddRange(level == FormLevel.Anonymous
                ? (await survey.Grains.BallotPage(key, page).Read()).Select(ballot => ballot.Answers["pace"][0])
                : (await survey.Grains.ResponsePage(key, page).Read()).Select(response => response.Answers["pace"][0]));
        }

        return answers;
    }

    /// <summary>The groups of the question, if it moved on with the others.</summary>
    private static IEnumerable<GroupView> Moved(FormResults results) =>
        results.Questions.Where(question => question.Question == "pace" && question.Figure.N == results.Counted).SelectMany(question => question.Figure.Outcomes);
}
