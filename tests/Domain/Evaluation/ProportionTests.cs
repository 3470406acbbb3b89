using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class ProportionTests
{
    /// <summary>Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Interval_IsTheOneThatNewcombePrints(int count, int n, double low, double high) =>
        Near.Interval(low, high, new Proportion(count, n).Interval, 4);

    /// <summary>Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998), table II, method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Difference_IsTheOneThatNewcombePrints(int first, int of, int second, int ofSecond, double low, double high)
    {
        var difference = new ProportionDifference(new(first, of), new(second, ofSecond));

        Near.Interval(low, high, difference.Interval, 4);
        Assert.Equal(of + ofSecond, difference.N);
    }

    [Fact]
    public void OfNobody_ThereIsNoShareAndNoInterval()
    {
        var none = new Proportion(0, 0);

        Assert.Equal((0, null, null), (none.N, none.Share, none.Interval));
        Assert.Null(new ProportionDifference(none, new(3, 9)).Value);
        Assert.Null(new ProportionDifference(new(3, 9), none).Interval);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void MoreThanAllOrFewerThanNone_IsNoProportion(int count, int n) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(count, n));
}
