using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Grains.Feedback;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Evaluation;

/// <summary>Sixty people in three parts of the world: twenty go through it, twenty-four read on, sixteen are silent after week 1.</summary>
public sealed class EvaluationTests
{
    [Fact]
    public async Task Figures_OfACohort_EqualWhatItsPeopleDid()
    {
        await using var pilot = await InWeekFour();

        var view = (await pilot.Grains.Evaluation("spring").Get([])).View!;

        Assert.Equal((60, 6), (view.Joined, view.ModulesNeeded));
        Assert.Equal([1, 2, 3, 4], view.Weeks);
        Assert.Equal([("left", 16), ("here", 44)], Sizes(view.Stages).Where(outcome => outcome.Size > 0));
        Assert.Equal([(1, 16), (4, 0)], view.Retention.Steps.Select(step => (step.Week, step.Left)));
        Assert.Equal(44.0 / 60, view.Retention.Steps[^1].Share, 12);
        Assert.Equal([("not-read", 0), ("read", 40), ("completed", 20)], Sizes(view.Reading[0]));
        Assert.Equal([("not-read", 0), ("read", 24), ("completed", 20)], Sizes(view.Reading[2]));
        Assert.Equal(44, view.Reading[2].N);
    }

    [Fact]
    public async Task Figures_OfOneGroup_AreItsOwn()
    {
        await using var pilot = await InWeekFour();

        var reply = await pilot.Grains.Evaluation("spring").Get([new("region", "Asia")]);

        Assert.Equal(["Asia"], reply.Group!.Values);
        Assert.Equal(20, reply.Group.Size);
        Assert.Equal([5, 15, 0], reply.View!.Stages.Row("region", "Asia")!.Shares.Select(share => share!.Count));
        Assert.Equal(7, reply.View.Reading[0].Row("region", "Asia")!.Shares[^1]!.Count);
        Assert.Null(reply.View.Stages.Row("region", "Mars"));
    }

    [Fact]
    public async Task Figures_OfTwoAttributesAtOnce_AreRefused()
    {
        await using var pilot = await InWeekFour();

        Assert.Equal("evaluation.one-attribute", (await pilot.Grains.Evaluation("spring").Get([new("region", "Asia"), new("language", "fr")])).Outcome.Code);
        Assert.Equal("evaluation.too-few", (await pilot.Grains.Evaluation("spring").Get([new("region", "Mars")])).Outcome.Code);
    }

    [Fact]
    public async Task Figures_AreCountedAnew_AfterAMinuteOrWhenAsked()
    {
        await using var pilot = await InWeekFour();
        var grain = pilot.Grains.Evaluation("spring");
        var before = (await grain.Get([])).View!;
        foreach (var person in Enumerable.Range(20, 5))
        {
            (await pilot.Grains.Learner($"p{person}").Complete("spring", 1)).Accepted();
        }

        pilot.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(before, (await grain.Get([])).View);

        var asked = (await grain.Get([], anew: true)).View!;
        Assert.Equal((25, pilot.Clock.Now), (Sizes(asked.Reading[0])[^1].Size, asked.AsOf));

        pilot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(pilot.Clock.Now, (await grain.Get([])).View!.AsOf);
    }

    [Fact]
    public async Task Figures_StillCountWhoLeftForGood()
    {
        await using var pilot = await InWeekFour();
        foreach (var person in Enumerable.Range(20, 6))
        {
            (await pilot.Grains.Learner($"p{person}").Leave("spring")).Accepted();
        }

        var view = (await pilot.Grains.Evaluation("spring").Get([])).View!;

        Assert.Equal(60, view.Joined);
        Assert.Equal([("left", 22), ("here", 38), ("completed", 0)], Sizes(view.Stages));
    }

    [Fact]
    public async Task Figures_OfManyPeople_OutliveARestart_AndEqualARecount()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found(plan: Pilot.Spring with { Seats = 600 });
        foreach (var person in Enumerable.Range(0, 520))
        {
            await pilot.Join($"p{person}");
        }

        pilot.Clock.Advance(Pilot.Monday.AddDays(1) - pilot.Clock.Now);
        var first = (await pilot.Grains.Evaluation("spring").Get([])).View!;
        foreach (var person in Enumerable.Range(0, 40))
        {
            (await pilot.Grains.Learner($"p{person}").Complete("spring", 1)).Accepted();
        }

        pilot.Clock.Advance(TimeSpan.FromMinutes(5));
        await pilot.Restart();
        var again = pilot.Store.NextWrite("counted", "spring/overview/1");
        var kept = (await pilot.Grains.Evaluation("spring").Get([])).View!;
        pilot.Clock.Advance(TimeSpan.FromSeconds(2));
        await again.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(Json(first), Json(kept));
        await pilot.Restart();
        var written = (await pilot.Grains.Evaluation("spring").Get([])).View!;
        var counted = (await pilot.Grains.Evaluation("spring").Get([], anew: true)).View!;
        Assert.Equal(40, Sizes(counted.Reading[0])[^1].Size);
        Assert.Equal(Json(counted), Json(written));
    }

    [Fact]
    public void SmallestGroup_IsTheOneOfTheRules() => Assert.Equal(Domain.Evaluation.SmallGroups.Least, SmallestGroup.Size);

    [Fact]
    public async Task Figures_OfNobody_AreEmpty()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();

        var view = (await pilot.Grains.Evaluation("spring").Get([])).View!;

        Assert.Equal((0, 0, 0), (view.Joined, view.Attributes.Length, view.Retention.Steps.Length));
        Assert.Equal("cohort.unknown", (await pilot.Grains.Evaluation("nowhere").Get([])).Outcome.Code);
    }

    private static (string Values, int Size)[] Sizes(FigureView figure) => [.. figure.Outcomes.Select(outcome => (string.Join('+', outcome.Values), outcome.Size))];

    private static string Json(EvaluationView view) => System.Text.Json.JsonSerializer.Serialize(view);

    private static async Task<Pilot> InWeekFour()
    {
        var pilot = await Pilot.StartAsync();
        await pilot.Found(plan: Pilot.Spring with { Seats = 70 });
        string[] zones = ["Africa/Dakar", "Asia/Tokyo", "Europe/Paris"];
        foreach (var person in Enumerable.Range(0, 60))
        {
            var learner = await pilot.Register($"p{person}");
            (await learner.Prefer(new("fr", zones[person % 3]))).Accepted();
            (await learner.Join(new("spring", $"P{person}", CohortRole.Participant, null))).Accepted();
        }

        for (var week = 1; week <= 4; week++)
        {
            pilot.Clock.Advance(Pilot.Monday.AddDays((7 * (week - 1)) + 1) - pilot.Clock.Now);
            foreach (var person in Enumerable.Range(0, week == 1 ? 60 : 44))
            {
                var learner = pilot.Grains.Learner($"p{person}");
                (await (person < 20 ? learner.Complete("spring", week) : learner.Read("spring", week, null))).Accepted();
            }
        }

        return pilot;
    }
}
