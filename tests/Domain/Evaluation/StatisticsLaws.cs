using CohortCourses.Domain.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>What holds for whatever numbers come.</summary>
public sealed class StatisticsLaws
{
    private const double Hair = 1e-9;

    private static readonly Gen<Proportion> Proportions =
        from n in Gen.Choose(1, 200)
        from count in Gen.Choose(0, n)
        select new Proportion(count, n);

    private static readonly Gen<double> Numbers = Gen.Choose(-50, 50).Select(number => number / 4.0);

    private static readonly Gen<Followed> People =
        from weeks in Gen.Choose(0, 8)
        from fate in Gen.Elements(Enum.GetValues<Fate>())
        select new Followed(weeks, fate);

    [Fact]
    public void Interval_OfAnyProportion_HoldsItAndStaysWithinZeroAndOne_AndTurnsWithIt() => Law.Holds(Proportions, proportion =>
    {
        var interval = proportion.Interval!;
        Holds(interval, proportion.Share!.Value);
        Assert.True(interval is { Low: >= 0, High: <= 1 });
        var others = new Proportion(proportion.N - proportion.Count, proportion.N).Interval!;
        Assert.Equal(1 - interval.High, others.Low, Hair);
    });

    [Fact]
    public void Difference_OfAnyTwoProportions_HoldsItself_AndTurnsWithTheirOrder() => Law.Holds(Proportions.Two(), pair =>
    {
        var (there, back) = (new ProportionDifference(pair.Item1, pair.Item2), new ProportionDifference(pair.Item2, pair.Item1));
        Holds(there.Interval!, there.Value!.Value);
        Assert.Equal(-there.Interval!.High, back.Interval!.Low, Hair);
        Assert.True(there.Interval is { Low: >= -1 - Hair, High: <= 1 + Hair });
    });

    [Fact]
    public void Mean_WhateverTheOrderAndTheUnit_IsTheSame() => Law.HoldsThrough(Numbers, numbers =>
    {
        var mean = Mean.Of(numbers);
        var other = Mean.Of(numbers.Reverse().Select(number => (10 * number) + 3));
        Assert.Equal((10 * mean.Value!.Value) + 3, other.Value!.Value, 1e-6);
        Assert.Equal(mean.Deviation is null, numbers.Length < 2);
        if (mean.Interval is { } interval)
        {
            Holds(interval, mean.Value.Value);
            Assert.Equal((10 * interval.Low) + 3, other.Interval!.Low, 1e-6);
        }
    });

    [Fact]
    public void Effect_OfAnyPairs_LiesInItsInterval_AndTurnsWithTheirOrder() => Law.HoldsThrough(Numbers.Two(), pairs =>
    {
        var there = PairedDifference.Of(pairs.Select(pair => (pair.Item1, pair.Item2)));
        var back = PairedDifference.Of(pairs.Select(pair => (pair.Item2, pair.Item1)));
        Assert.Equal(there.EffectInterval is null, back.EffectInterval is null);
        if (there.EffectInterval is { } interval)
        {
            Holds(interval, there.Effect!.Value);
            Assert.Equal(-interval.High, back.EffectInterval!.Low, 1e-6);
        }
    });

    [Fact]
    public void NoncentralT_AroundZero_IsStudents() => Law.Holds(Numbers.Two(), pair =>
    {
        var degrees = 1 + Math.Abs(pair.Item2);
        Assert.Equal(MathNet.Numerics.Distributions.StudentT.CDF(0, 1, degrees, pair.Item1), NoncentralT.Cumulative(pair.Item1, degrees, 0), Hair);
    });

    [Fact]
    public void Quartiles_OfAnyLevels_AreInOrder_AndHalfLiesOnEitherSide() => Law.HoldsThrough(Gen.Choose(1, 7), levels =>
    {
        foreach (var quartiles in new[] { Quartiles.OfLevels(levels), Quartiles.OfNumbers(levels.Select(level => (double)level)) })
        {
            Assert.True(quartiles.Lower <= quartiles.Median && quartiles.Median <= quartiles.Upper);
            Assert.True(2 * levels.Count(level => level <= quartiles.Median) >= levels.Length);
            Assert.True(2 * levels.Count(level => level >= quartiles.Median) >= levels.Length);
        }

        Assert.Contains((int)Quartiles.OfLevels(levels).Median!.Value, levels);
    });

    [Fact]
    public void Retention_OfAnyPeople_NeverRises_AndEveryStepHoldsItsShare() => Law.HoldsThrough(People, people =>
    {
        var retention = Retention.Of(people);
        Assert.Equal(people.Length, retention.N);
        Assert.Equal(people.Length, retention.Steps.Sum(step => step.Left + step.Unknown));
        Assert.All(retention.Steps.Zip(retention.Steps.Skip(1)), pair => Assert.True(pair.Second.Share <= pair.First.Share));
        Assert.All(retention.Steps, step => Holds(step.Interval, step.Share));
        Assert.All(retention.Steps, step => Assert.True(step.Interval is { Low: >= 0, High: <= 1 }));
    });

    [Fact]
    public void Retention_WhenEveryoneWasFollowedToTheEnd_IsTheShareThatIsHere() => Law.HoldsThrough(People, people =>
    {
        var followed = people.Select(person => person.Fate == Fate.Left ? person with { Weeks = Math.Min(person.Weeks, 7) } : new Followed(8, Fate.Here)).ToArray();

        Assert.Equal((double)followed.Count(person => person.Fate == Fate.Here) / followed.Length, Retention.Of(followed).ShareAfter(8), Hair);
    });

    [Fact]
    public void NetPromoter_OfAnyAnswers_TurnsWithThem() => Law.HoldsThrough(Gen.Choose(0, 10), answers =>
    {
        var net = NetPromoter.Of(answers);
        var turned = new NetPromoter(net.Detractors, net.Passives, net.Promoters);
        Assert.Equal(answers.Length, net.N);
        Assert.InRange(net.Score!.Value, -100, 100);
        Assert.Equal(-net.Interval!.High, turned.Interval!.Low, Hair);
    });

    [Fact]
    public void Kappa_WhicheverCoderIsFirst_IsTheSame() => Law.HoldsThrough(Gen.Choose(1, 4).Two(), pieces =>
    {
        var there = Agreement.Of(pieces.Select(piece => (piece.Item1, piece.Item2)));
        var back = Agreement.Of(pieces.Select(piece => (piece.Item2, piece.Item1)));
        Assert.Equal(there.Kappa ?? -2, back.Kappa ?? -2, Hair);
        Assert.Equal(there.Interval?.Low ?? -2, back.Interval?.Low ?? -2, Hair);
        Assert.True((there.Kappa ?? 0) <= there.Observed + Hair);
    });

    private static void Holds(CohortCourses.Domain.Evaluation.Interval interval, double value) => Assert.InRange(value, interval.Low - Hair, interval.High + Hair);
}
