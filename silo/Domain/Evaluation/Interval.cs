namespace CohortCourses.Domain.Evaluation;

/// <summary>Where the true value plausibly lies. Every interval here is a 95% interval, both ends included.</summary>
public sealed record Interval(double Low, double High)
{
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The part of the interval that values can have.</summary>
    internal Interval Within(double least, double most) => new(Math.Clamp(Low, least, most), Math.Clamp(High, least, most));

    internal static Interval Around(double value, double margin) => new(value - margin, value + margin);
}
