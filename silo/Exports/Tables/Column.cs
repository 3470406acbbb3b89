using System.Collections.Immutable;

namespace CohortCourses.Exports.Tables;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnType
{
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    Number,

    /// <summary>True or false.</summary>
    Yes,

    /// <summary>A day without a time, as <c>2026-02-01</c>.</summary>
    Day,

    /// <summary>An instant in UTC, as <c>2026-02-01T12:00:00Z</c>.</summary>
    Moment,
}

/// <summary>A value that a column can have, and what it means.</summary>
public sealed record Level(string Value, string Label);

/// <summary>One column of a table, described so that nobody has to guess.</summary>
/// <param name="Name">Lower case, words joined by an underscore.</param>
public sealed record Column(string Name, ColumnType Type, string Title, string Description)
{
    /// <summary>What a number counts, such as <c>weeks</c>; null if nothing.</summary>
    public string? Unit { get; init; }

    /// <summary>All values that there can be; empty where any can.</summary>
    public ImmutableArray<Level> Levels { get; init; } = [];

    /// <summary>Whether the levels go up.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Whether every row has a value. Where one is missing, the cell is empty.</summary>
    public bool IsRequired { get; init; }
}
