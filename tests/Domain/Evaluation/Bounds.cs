namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>
/// How small and how large a sum over unknown counts can be, given published sums and that no count is below zero: linear programming by
/// the simplex method on a full tableau, with Bland's rule so that it ends.
/// </summary>
internal sealed class Bounds
{
    private const double Hair = 1e-9;

    private readonly List<double[]> _rows = [];
    private readonly List<int> _basis = [];
    private readonly int _unknowns;

    public Bounds(Equations known)
    {
        _unknowns = known.Unknowns;
        var width = _unknowns + known.All.Count + 1;
        foreach (var (index, (sum, value)) in known.All.Index())
        {
            var row = new double[width];
            sum.CopyTo(row, 0);
            row[_unknowns + index] = 1;
            row[^1] = value;
            _rows.Add(row);
            _basis.Add(_unknowns + index);
        }

        // First the helpers, one for each equation, are driven out: what is left is one way in which everything can be.
        var goal = new double[width];
        for (var column = 0; column < width; column++)
        {
            goal[column] = column >= _unknowns && column < width - 1 ? 0 : _rows.Sum(row => row[column]);
        }

        Climb(goal, _rows, _basis, _unknowns);
        for (var row = _rows.Count - 1; row >= 0; row--)
        {
            if (_basis[row] >= _unknowns && !DriveOut(row))
            {
                _rows.RemoveAt(row);
                _basis.RemoveAt(row);
            }
        }
    }

    public double Largest(double[] sum) => Solve(sum);

    public double Smallest(double[] sum) => -Solve([.. sum.Select(coefficient => -coefficient)]);

    private double Solve(double[] sum)
    {
        List<double[]> rows = [.. _rows.Select(row => (double[])row.Clone())];
        List<int> basis = [.. _basis];
        var goal = new double[rows[0].Length];
        sum.CopyTo(goal, 0);
        for (var row = 0; row < rows.Count; row++)
        {
            Subtract(goal, rows[row], goal[basis[row]]);
        }

        Climb(goal, rows, basis, _unknowns);
        return -goal[^1];
    }

    private bool DriveOut(int row)
    {
        var column = Array.FindIndex(_rows[row], 0, _unknowns, coefficient => Math.Abs(coefficient) > Hair);
        if (column >= 0)
        {
            Pivot(null, _rows, _basis, row, column);
        }

        return column >= 0;
    }

    private static void Climb(double[] goal, List<double[]> rows, List<int> basis, int columns)
    {
        while (Array.FindIndex(goal, 0, columns, coefficient => coefficient > Hair) is >= 0 and var column)
        {
            var leaving = Enumerable.Range(0, rows.Count)
                .Where(row => rows[row][column] > Hair)
                .OrderBy(row => rows[row][^1] / rows[row][column])
                .ThenBy(row => basis[row])
                .First();
            Pivot(goal, rows, basis, leaving, column);
        }
    }

    private static void Pivot(double[]? goal, List<double[]> rows, List<int> basis, int leaving, int column)
    {
        var pivot = rows[leaving];
        var by = pivot[column];
        for (var at = 0; at < pivot.Length; at++)
        {
            pivot[at] /= by;
        }

        foreach (var row in rows.Where(row => row != pivot))
        {
            Subtract(row, pivot, row[column]);
        }

        if (goal is not null)
        {
            Subtract(goal, pivot, goal[column]);
        }

        basis[leaving] = column;
    }

    private static void Subtract(double[] row, double[] pivot, double factor)
    {
        for (var at = 0; factor != 0 && at < row.Length; at++)
        {
            row[at] -= factor * pivot[at];
        }
    }
}
