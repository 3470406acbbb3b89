namespace CohortCourses.Domain.Evaluation;

/// <summary>The mean of numbers.</summary>
/// <param name="Value">None of no numbers.</param>
/// <param name="Deviation">The standard deviation of the sample, over n - 1; none of fewer than two.</param>
public sealed record Mean(int N, double? Value, double? Deviation)
{
    /// <summary>By Student's t; none of fewer than two numbers.</summary>
    public Interval? Interval => Error is { } error ? Evaluation.Interval.Around(Value!.Value, Confidence.T(N - 1) * error) : null;

    /// <summary>The standard error.</summary>
    internal double? Error => Deviation / Math.Sqrt(N);

    public static Mean Of(IEnumerable<double> numbers)
    {
        var (n, mean, squares) = (0, 0.0, 0.0);
        foreach (var number in numbers)
        {
            n++;
            var off = number - mean;
            mean += off / n;
            squares += off * (number - mean);
        }

        return new(n, n == 0 ? null : mean, n < 2 ? null : Math.Sqrt(squares / (n - 1)));
    }
}
