namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// How far two figures of different people lie apart, first minus second. The interval combines those of the two by squares: of shares it is
/// Newcombe's (1998, his method 10), of anything else Zou and Donner's (2008), who showed that it holds for every pair of such intervals.
/// </summary>
public sealed record Difference(double Value, Interval Interval)
{
    public static Difference Of(double first, Interval ofFirst, double second, Interval ofSecond)
    {
        var below = Math.Sqrt(Square(first - ofFirst.Low) + Square(ofSecond.High - second));
        var above = Math.Sqrt(Square(ofFirst.High - first) + Square(second - ofSecond.Low));
        return new(first - second, new(first - second - below, first - second + above));
    }

    private static double Square(double value) => value * value;
}
