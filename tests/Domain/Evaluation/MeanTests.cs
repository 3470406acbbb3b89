using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>Student's sleep data (1908), which R carries as <c>sleep</c>; the intervals are those that R's help for <c>t.test</c> prints.</summary>
public sealed class MeanTests
{
    private static readonly double[] FirstDrug = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] SecondDrug = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    private static PairedDifference Paired => PairedDifference.Of(FirstDrug.Zip(SecondDrug));

    [Fact]
    public void Difference_OfTwoGroups_IsWelchs()
    {
        var difference = new MeanDifference(Mean.Of(FirstDrug), Mean.Of(SecondDrug));

        Near.Value(-1.58, difference.Value, 2);
        Near.Interval(-3.3654832, 0.2054832, difference.Interval, 6);
        Assert.Equal(20, difference.N);
    }

    [Fact]
    public void Difference_OfPairs_IsStudents()
    {
        Near.Value(1.58, Paired.Change.Value, 2);
        Near.Interval(0.7001142, 2.4598858, Paired.Change.Interval, 6);
        Assert.Equal(10, Paired.N);
    }

    /// <summary>The manual of the R package effectsize, <c>cohens_d</c> of the same data, paired: 1.28, 95% interval from 0.41 to 2.12.</summary>
    [Fact]
    public void Effect_OfPairs_IsInDeviationsOfTheChange()
    {
        Near.Value(1.28, Paired.Effect, 2);
        Near.Interval(0.41, 2.12, Paired.EffectInterval, 2);
    }

    /// <summary>R's help for <c>power.t.test</c>: 20 in each group, one deviation apart, are found out with a power of 0.8689528.</summary>
    [Fact]
    public void NoncentralT_GivesThePowerThatRPrints() =>
        Near.Value(0.8689528, 1 - NoncentralT.Cumulative(Confidence.T(38), 38, Math.Sqrt(10)), 6);

    /// <summary>Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), table 2.3.5: d = 0.5 with 64 in each group, power .80.</summary>
    [Fact]
    public void NoncentralT_GivesThePowerThatCohenPrints() =>
        Near.Value(0.80, 1 - NoncentralT.Cumulative(Confidence.T(126), 126, 0.5 * Math.Sqrt(32)), 2);

    [Fact]
    public void OfFewerThanTwo_ThereIsNoInterval()
    {
        Assert.Equal(new Mean(0, null, null), Mean.Of([]));
        Assert.Equal(new Mean(1, 4, null), Mean.Of([4]));
        Assert.Null(Mean.Of([4]).Interval);
        Assert.Null(new MeanDifference(Mean.Of([4]), Mean.Of(FirstDrug)).Interval);
        Assert.Null(PairedDifference.Of([(1, 2)]).Effect);
    }

    [Fact]
    public void WhenEverybodyChangedAlike_TheChangeIsCertainAndTheEffectHasNoMeasure()
    {
        var alike = PairedDifference.Of([(1, 2), (3, 4), (2, 3)]);

        Assert.Equal(new Interval(1, 1), alike.Change.Interval);
        Assert.Equal((null, null), (alike.Effect, alike.EffectInterval));
        Assert.Equal(new Interval(0, 0), new MeanDifference(Mean.Of([2, 2]), Mean.Of([2, 2])).Interval);
    }
}
