using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>Tries every table that agrees with what a table shows.</summary>
internal static class Tables
{
    /// <summary>The largest count that each hidden cell has in any of them.</summary>
    public static Dictionary<(int Row, int Column), int> Largest(CrossTable table)
    {
        var rows = table.Rows.Groups.Select(group => group.Size).ToArray();
        var columns = table.Columns.Groups.Select(group => group.Size).ToArray();
        (int Row, int Column)[] hidden = [.. from row in Enumerable.Range(0, rows.Length) from column in Enumerable.Range(0, columns.Length) where table.Cell(row, column) is null select (row, column)];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                rows[row] -= table.Cell(row, column) ?? 0;
                columns[column] -= table.Cell(row, column) ?? 0;
            }
        }

        var largest = hidden.ToDictionary(cell => cell, _ => 0);
        Try(0, new int[hidden.Length]);
        return largest;

        void Try(int at, int[] counts)
        {
            if (at == hidden.Length)
            {
                if (rows.Concat(columns).All(rest => rest == 0))
                {
                    for (var cell = 0; cell < counts.Length; cell++)
                    {
                        largest[hidden[cell]] = Math.Max(largest[hidden[cell]], counts[cell]);
                    }
                }

                return;
            }

            var (row, column) = hidden[at];
            var isLastOfRow = !hidden.Skip(at + 1).Any(cell => cell.Row == row);
            for (var count = isLastOfRow ? rows[row] : 0; count <= Math.Min(rows[row], columns[column]); count++)
            {
                (rows[row], columns[column], counts[at]) = (rows[row] - count, columns[column] - count, count);
                Try(at + 1, counts);
                (rows[row], columns[column]) = (rows[row] + count, columns[column] + count);
            }
        }
    }
}
