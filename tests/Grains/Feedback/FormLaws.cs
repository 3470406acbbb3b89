using CohortCourses.Contracts;
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
            if (level == FormLevel.Anonymous)
            {
                Assert.True(results.Counted == shown || results.Counted - shown >= 5, $"{seed}: moved from {shown} to {results.Counted}");
                shown = results.Counted;
            }
            else
            {
                Assert.Equal(Count(kept), Count((await survey.Form(form).Tally()).Questions));
            }
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

    private static string Count(IEnumerable<string> answers) => string.Join(' ', answers.CountBy(answer => answer).OrderBy(count => count.Key, StringComparer.Ordinal));

    private static string Count(IEnumerable<QuestionTally> tallies) =>
        string.Join(' ', tallies.Where(tally => tally.Question == "pace").SelectMany(tally => tally.Counts).OrderBy(count => count.Key, StringComparer.Ordinal));
}
