using System.Collections.Immutable;

namespace CohortCourses.Exports.Tables;

/// <summary>A table that is read row by row and never stands in memory.</summary>
/// <param name="Name">Names files and sheets: lower case, digits and hyphens, at most 25 characters.</param>
/// <param name="Key">The names of the columns that tell every row from every other; empty if none do.</param>
/// <param name="Read">Its rows from the start, as often as it is called; a row has as many cells as there are columns.</param>
public sealed record Table(
    string Name,
    string Title,
    string Description,
    ImmutableArray<Column> Columns,
    ImmutableArray<string> Key,
    Func<CancellationToken, IAsyncEnumerable<Cell[]>> Read);
