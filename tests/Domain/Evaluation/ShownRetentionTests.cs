using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class ShownRetentionTests
{
    [Fact]
    public void InLargeSteps_WeeksStandTogetherUntilFiveHaveLeft()
    {
        var shown = Curve((1, 2), (2, 3), (3, 1), (4, 4), (6, 5)).InLargeSteps();

        Assert.Equal([(2, 5), (4, 5), (6, 5), (8, 0)], shown.Steps.Select(step => (step.Week, step.Left)));
        Assert.Equal(67, shown.N);
        Near.Value(52.0 / 67, shown.ShareAfter(8), 12);
    }

    [Fact]
    public void InLargeSteps_WhatIsLeftOverAtTheEnd_JoinsTheStepBefore() =>
        Assert.Equal([(7, 8), (8, 0)], Curve((1, 5), (7, 3)).InLargeSteps().Steps.Select(step => (step.Week, step.Left)));

    [Fact]
    public void InLargeSteps_WhenFewerThanFiveLeft_ThereIsNoCurve()
    {
        var shown = Curve((1, 4)).InLargeSteps();

        Assert.Equal((67, 0), (shown.N, shown.Steps.Length));
    }

    [Fact]
    public void ByGroup_GivesEachGroupItsCurve_InStepsThatEveryGroupCanShow()
    {
        Followed[] people = [.. Of(20, 6, 2), .. Of(20, 5, 3), .. Of(20, 0, 8)];
        var track = Sorting.Unordered("track", ["first", "second"], people.Select((_, index) => index % 2 == 0 ? "first" : "second"));

        var byGroup = RetentionByGroup.Of(track, people)!;

        Assert.Equal(2, byGroup.Curves.Length);
        Assert.Equal(0, byGroup.Curves.Sum(curve => curve.Steps.Count(step => SmallGroups.IsTooSmall(step.Left) || SmallGroups.IsTooSmall(step.Unknown))));
        Assert.Equal([30, 30], byGroup.Curves.Select(curve => curve.N));
    }

    [Fact]
    public void ByGroup_WhenNoStepsAreLargeEnough_TellsNoCurve()
    {
        Followed[] people = [.. Of(30, 6, 2), .. Of(10, 1, 2)];
        var track = Sorting.Unordered("track", ["first", "second"], people.Select((_, index) => index < 30 ? "first" : "second"));

        Assert.Empty(RetentionByGroup.Of(track, people)!.Curves);
    }

    [Fact]
    public void ByGroup_WhenTheWholeHasNoCurve_IsNull() =>
        Assert.Null(RetentionByGroup.Of(Sorting.Unordered("track", ["a"], Enumerable.Repeat("a", 20)), [.. Of(20, 3, 2)]));

    private static IEnumerable<Followed> Of(int people, int left, int week) =>
        Enumerable.Range(0, people).Select(index => index < left ? new Followed(week, Fate.Left) : new Followed(8, Fate.Here));

    private static Retention Curve(params (int Week, int Left)[] weeks) => Retention.Of(
        weeks.SelectMany(week => Enumerable.Repeat(new Followed(week.Week, Fate.Left), week.Left))
            .Concat(Enumerable.Repeat(new Followed(8, Fate.Here), 67 - weeks.Sum(week => week.Left))));
}
