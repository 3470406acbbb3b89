namespace CohortCourses.Domain.Evaluation;

/// <summary>How far two means lie apart, first minus second, for two groups of different people.</summary>
public sealed record MeanDifference(Mean First, Mean Second)
{
    public int N => First.N + Second.N;

    public double? Value => First.Value - Second.Value;

    /// <summary>Welch's: it does not assume that both groups vary alike. None if one group has fewer than two.</summary>
    public Interval? Interval
    {
        get
        {
            if (Value is not { } value || First.Error is not { } a || Second.Error is not { } b)
            {
                return null;
            }

            var variance = (a * a) + (b * b);
            return variance == 0
                ? new(value, value)
                : Evaluation.Interval.Around(value, Confidence.T(Degrees(a * a, b * b)) * Math.Sqrt(variance));
        }
    }

    /// <summary>By Welch and Satterthwaite.</summary>
    private double Degrees(double a, double b) =>
        (a + b) * (a + b) / ((a * a / (First.N - 1)) + (b * b / (Second.N - 1)));
}
