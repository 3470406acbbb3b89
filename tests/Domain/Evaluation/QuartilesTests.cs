using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

public sealed class QuartilesTests
{
    /// <summary>R's <c>summary(mtcars$mpg)</c>, as in its introduction: 15.43, 19.20, 22.80.</summary>
    [Fact]
    public void OfNumbers_AreThoseThatRPrints()
    {
        double[] milesPerGallon =
        [
            21.0, 21.0, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4,
            14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26.0, 30.4, 15.8, 19.7, 15.0, 21.4,
        ];

        var quartiles = Quartiles.OfNumbers(milesPerGallon);

        Assert.Equal(32, quartiles.N);
        Near.Value(15.43, quartiles.Lower, 2);
        Near.Value(19.20, quartiles.Median, 2);
        Near.Value(22.80, quartiles.Upper, 2);
    }

    /// <summary>Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), definition 1: the inverse of the empirical distribution.</summary>
    [Theory]
    [InlineData(new[] { 1, 2, 3, 4 }, 1, 2, 3)]
    [InlineData(new[] { 5, 1, 4, 2, 3 }, 2, 3, 4)]
    [InlineData(new[] { 4, 5 }, 4, 4, 5)]
    [InlineData(new[] { 3 }, 3, 3, 3)]
    public void OfLevels_AreLevelsThatSomebodyChose(int[] levels, double lower, double median, double upper) =>
        Assert.Equal(new Quartiles(levels.Length, lower, median, upper), Quartiles.OfLevels(levels));

    [Fact]
    public void OfNoAnswers_ThereAreNone() => Assert.Equal(new Quartiles(0, null, null, null), Quartiles.OfNumbers([]));
}
