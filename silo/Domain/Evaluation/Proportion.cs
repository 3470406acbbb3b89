namespace CohortCourses.Domain.Evaluation;

/// <summary>So many of so many.</summary>
public sealed record Proportion
{
    public Proportion(int count, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, n);
        Count = count;
        N = n;
    }

    public int Count { get; }

    public int N { get; }

    /// <summary>From 0 to 1; none of nobody.</summary>
    public double? Share => N == 0 ? null : (double)Count / N;

    /// <summary>Wilson's score interval (1927), which stays within 0 and 1 and is honest about 0 of n; none of nobody.</summary>
    public Interval? Interval => N == 0 ? null : Wilson();

    private Interval Wilson()
    {
        var (p, zz) = ((double)Count / N, Confidence.Z * Confidence.Z);
        var centre = (p + (zz / (2 * N))) / (1 + (zz / N));
        var margin = Confidence.Z * Math.Sqrt((p * (1 - p) / N) + (zz / (4.0 * N * N))) / (1 + (zz / N));
        return new(Count == 0 ? 0 : centre - margin, Count == N ? 1 : centre + margin);
    }
}
