using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>How large a hidden cell can be as far as a reader can tell who knows the totals and every other cell that is shown.</summary>
internal static class Leeway
{
    /// <summary>
    /// The largest count that fits the totals, or <paramref name="enough"/> if it is at least that. One more in the cell is one fewer
    /// elsewhere in its row, one more in that column, and so on around to the cell's column: the most is a flow along such ways.
    /// </summary>
    public static int Most(
        ImmutableHashSet<(int Row, int Column)> hidden, Func<(int Row, int Column), int> count, (int Row, int Column) cell, int enough)
    {
        var counts = hidden.ToDictionary(other => other, count);
        while (counts[cell] < enough && Way(counts, cell) is { } way)
        {
            counts[cell]++;
            foreach (var (other, change) in way)
            {
                counts[other] += change;
            }
        }

        return counts[cell];
    }

    /// <summary>The shortest way: cells that lose one and gain one in turn, from the cell's row to its column.</summary>
    private static List<((int Row, int Column) Cell, int Change)>? Way(Dictionary<(int Row, int Column), int> counts, (int Row, int Column) cell)
    {
        var cameToColumn = new Dictionary<int, int>();
        var cameToRow = new Dictionary<int, int>();
        var rows = new Queue<int>([cell.Row]);
        while (rows.TryDequeue(out var row))
        {
            foreach (var column in counts.Keys.Where(other => other.Row == row && other != cell && counts[other] > 0).Select(other => other.Column))
            {
                if (!cameToColumn.TryAdd(column, row) || column == cell.Column)
                {
                    continue;
                }

                foreach (var next in counts.Keys.Where(other => other.Column == column && other.Row != cell.Row).Select(other => other.Row))
                {
                    if (cameToRow.TryAdd(next, column))
                    {
                        rows.Enqueue(next);
                    }
                }
            }
        }

        if (!cameToColumn.ContainsKey(cell.Column))
        {
            return null;
        }

        var way = new List<((int, int), int)>();
        for (var column = cell.Column; ; column = cameToRow[cameToColumn[column]])
        {
            var row = cameToColumn[column];
            way.Add(((row, column), -1));
            if (row == cell.Row)
            {
                return way;
            }

            way.Add(((row, cameToRow[row]), 1));
        }
    }
}
