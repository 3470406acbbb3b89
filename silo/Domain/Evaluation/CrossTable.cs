using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>An attribute by an outcome. Totals are shown; a cell under five is not, and neither are so many others that each cell left out could hold five or more.</summary>
public sealed class CrossTable
{
    private readonly ImmutableArray<ImmutableArray<int>> _counts;
    private readonly ImmutableHashSet<(int Row, int Column)> _hidden;

    private CrossTable(Sorting rows, Sorting columns, ImmutableArray<ImmutableArray<int>> counts)
    {
        Rows = rows;
        Columns = columns;
        _counts = counts;
        _hidden = Hide();
    }

    public Sorting Rows { get; }

    public Sorting Columns { get; }

    public int N => Rows.N;

    /// <summary>How many people are in that row and column; null where that is not shown.</summary>
    public int? Cell(int row, int column) => _hidden.Contains((row, column)) ? null : _counts[row][column];

    /// <summary>The same as a share of the row.</summary>
    public Proportion? Share(int row, int column) => Cell(row, column) is { } count ? new(count, Rows.Groups[row].Size) : null;

    public static CrossTable Of(Sorting rows, Sorting columns)
    {
        var counts = Enumerable.Range(0, rows.N).CountBy(person => (rows.GroupOf(person), columns.GroupOf(person))).ToDictionary();
        return new(rows, columns, [.. rows.Groups.Select((_, row) => columns.Groups.Select((_, column) => counts.GetValueOrDefault((row, column))).ToImmutableArray())]);
    }

    /// <summary>
    /// An empty cell is left out like a small one, or it would tell what everyone in the row answered, or did not; except in a column where
    /// everyone knows that all are empty. Where there is nothing to tell apart, nothing is shown.
    /// </summary>
    private ImmutableHashSet<(int Row, int Column)> Hide()
    {
        ImmutableArray<(int Row, int Column)> cells =
        [
            .. from row in Enumerable.Range(0, Rows.Groups.Length)
            from column in Enumerable.Range(0, Columns.Groups.Length)
            where Rows.Groups[row].Size > 0 && Columns.Groups[column].Size > 0
            select (row, column),
        ];
        if (!Rows.TellsApart || !Columns.TellsApart)
        {
            return [.. cells];
        }

        var hidden = cells.Where(cell => Count(cell) < SmallGroups.Least).ToImmutableHashSet();
        for (var open = Unsafe(hidden, hidden); !open.IsEmpty; open = Unsafe(hidden, open))
        {
            hidden = Rectangles(open[0], cells, hidden).MinBy(more => (Unsafe(more, open).Length, more.Count, more.Sum(Count)))!;
        }

        return hidden;
    }

    /// <summary>
    /// A hidden cell gains leeway when a second one in its row, a second one in its column and the one where those two cross are hidden as
    /// well. These are all ways to do it that hide something more.
    /// </summary>
    private static IEnumerable<ImmutableHashSet<(int Row, int Column)>> Rectangles(
        (int Row, int Column) open, ImmutableArray<(int Row, int Column)> cells, ImmutableHashSet<(int Row, int Column)> hidden) =>
        from other in cells
        where other.Row != open.Row && other.Column != open.Column
        let more = hidden.Union([other, (open.Row, other.Column), (other.Row, open.Column)])
        where more.Count > hidden.Count
        select more;

    /// <summary>Those cells of which a reader can work out that they hold fewer than five. Hiding more never makes a cell unsafe that was safe.</summary>
    private ImmutableArray<(int Row, int Column)> Unsafe(ImmutableHashSet<(int Row, int Column)> hidden, IEnumerable<(int Row, int Column)> among) =>
        [.. among.Where(cell => Leeway.Most(hidden, Count, cell, SmallGroups.Least) < SmallGroups.Least)];

    private int Count((int Row, int Column) cell) => _counts[cell.Row][cell.Column];
}
