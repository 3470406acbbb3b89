using NodaTime;

namespace CohortCourses.Domain.Evaluation;

/// <summary>What a figure counts in.</summary>
public enum FigureUnit
{
    Count,

    /// <summary>0 to 1.</summary>
    Share,
    Mean,
    Median,

    /// <summary>-100 to 100.</summary>
    NetPromoter,
    Difference,

    /// <summary>-1 to 1.</summary>
    Agreement,
}

/// <summary>A figure as it stood at one moment. It does not change when the figure does.</summary>
/// <param name="Key">Which figure, so that it can be looked up again and compared across phases.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Interval">The 95% interval, where it has one.</param>
/// <param name="AsOf">The moment whose data it counts.</param>
public sealed record FrozenFigure(string Key, string Name, double? Value, FigureUnit Unit, int N, Interval? Interval, Instant AsOf)
{
    public const int LongestKey = 200;

    public const int LongestName = 200;

    /// <summary>The figure as it is kept, or nothing if it may not be: without a name, or about so few people that they could be told.</summary>
    internal FrozenFigure? Kept() => WrittenText.Line(Name) is { Length: > 0 } name && Key.Length <= LongestKey && !SmallGroups.IsTooSmall(N) && !name.IsLongerThan(LongestName)
        ? this with { Name = name }
        : null;
}
