namespace CohortCourses.Domain.Evaluation;

/// <summary>How far two shares lie apart, first minus second, for two groups of different people.</summary>
public sealed record ProportionDifference(Proportion First, Proportion Second)
{
    public int N => First.N + Second.N;

    public double? Value => First.Share - Second.Share;

    /// <summary>Newcombe's hybrid score interval (1998, his method 10): the two Wilson intervals, combined by squares.</summary>
    public Interval? Interval
    {
        get
        {
            if (First is not { Share: { } first, Interval: { } a } || Second is not { Share: { } second, Interval: { } b })
            {
                return null;
            }

            var below = Math.Sqrt(Square(first - a.Low) + Square(b.High - second));
            var above = Math.Sqrt(Square(a.High - first) + Square(second - b.Low));
            return new(first - second - below, first - second + above);
        }
    }

    private static double Square(double value) => value * value;
}
