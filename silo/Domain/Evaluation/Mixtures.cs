using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// What adding and subtracting the groups of several attributes can tell. Whoever knows everybody's attributes learns the sum of an
/// outcome over each group, and over every mixture of groups. Two things are asked of the groups: a mixture that is again a set of people
/// is a set that one attribute alone makes, so that tables of different attributes cannot be played off against each other; and no
/// mixture depends on fewer than five people.
/// </summary>
internal static class Mixtures
{
    private const double Hair = 1e-6;

    public static bool SingleOutNobody(ImmutableArray<Sorting> attributes)
    {
        var profiles = Enumerable.Range(0, attributes[0].N)
            .CountBy(person => new Profile([.. attributes.Select(attribute => attribute.GroupOf(person))]))
            .ToImmutableArray();
        var span = Span([.. profiles.Select(profile => profile.Key)], [.. attributes.Select(attribute => attribute.Groups.Length)]);
        return IndependentRows(span, Enumerable.Range(0, span.RowCount)) is { } basis
            && CountSets(span * Rows(span, basis).Inverse(), SetsOfOneAttribute(attributes)) == SetsOfOneAttribute(attributes)
            && !DependsOnFew(span, [.. profiles.Select(profile => profile.Value)]);
    }

    /// <summary>A row for each profile: one, and for each attribute which of its groups but the last it belongs to.</summary>
    private static Matrix<double> Span(ImmutableArray<Profile> profiles, ImmutableArray<int> groups) => Matrix<double>.Build.DenseOfRows(profiles.Select(profile =>
        groups.SelectMany((count, attribute) => Enumerable.Range(0, count - 1).Select(group => profile.Groups[attribute] == group ? 1.0 : 0)).Prepend(1)));

    /// <summary>As many rows as there are columns, none of which follows from the others; null if there are not so many.</summary>
    private static ImmutableArray<int>? IndependentRows(Matrix<double> span, IEnumerable<int> candidates)
    {
        var reduced = new List<(int Pivot, Vector<double> Row)>();
        var chosen = ImmutableArray.CreateBuilder<int>();
        foreach (var candidate in candidates.TakeWhile(_ => reduced.Count < span.ColumnCount))
        {
            var row = span.Row(candidate);
            foreach (var (pivot, other) in reduced)
            {
                row -= other * row[pivot];
            }

            var largest = row.AbsoluteMaximumIndex();
            if (Math.Abs(row[largest]) > Hair)
            {
                reduced.Add((largest, row / row[largest]));
                chosen.Add(candidate);
            }
        }

        return reduced.Count == span.ColumnCount ? chosen.ToImmutable() : null;
    }

    private static Matrix<double> Rows(Matrix<double> matrix, ImmutableArray<int> rows) =>
        Matrix<double>.Build.DenseOfRowVectors(rows.Select(matrix.Row));

    private static int SetsOfOneAttribute(ImmutableArray<Sorting> attributes) =>
        2 + attributes.Sum(attribute => (1 << attribute.Groups.Length) - 2);

    /// <summary>
    /// How many mixtures are 1 for some profiles and 0 for all others. A mixture is fixed by its values on as many independent profiles
    /// as there are columns, so trying 0 and 1 on those finds all; each try differs from the one before in one value. Stops at one too many.
    /// </summary>
    private static int CountSets(Matrix<double> fromBasis, int expected)
    {
        var changes = fromBasis.ToColumnArrays();
        var mixture = new double[fromBasis.RowCount];
        var (found, chosen) = (1, 0);
        for (var turn = 1; turn < 1 << changes.Length && found <= expected; turn++)
        {
            var flipped = int.TrailingZeroCount(turn);
            chosen ^= 1 << flipped;
            var sign = (chosen >> flipped & 1) == 1 ? 1 : -1;
            var isSet = true;
            for (var row = 0; row < mixture.Length; row++)
            {
                mixture[row] += sign * changes[flipped][row];
                isSet &= Math.Abs(mixture[row] * (1 - mixture[row])) < Hair;
            }

            found += isSet ? 1 : 0;
        }

        return found;
    }

    /// <summary>
    /// Whether some mixture is zero for all but one to four people. It is exactly when without those people the columns depend on each
    /// other; then what projecting onto the columns leaves of those people's rows has no full rank, which elimination finds.
    /// </summary>
    private static bool DependsOnFew(Matrix<double> span, ImmutableArray<int> people)
    {
        ImmutableArray<int> rare = [.. Enumerable.Range(0, people.Length).Where(row => people[row] < SmallGroups.Least)];
        if (rare.IsEmpty || IndependentRows(span, Enumerable.Range(0, people.Length).Except(rare)) is not null)
        {
            return false;
        }

        var rows = Rows(span.QR(QRMethod.Thin).Q, rare);
        var left = Matrix<double>.Build.DenseIdentity(rare.Length) - rows.TransposeAndMultiply(rows);
        return Search(left.ToArray(), [.. rare.Select(row => people[row])], 0, 0);
    }

    private static bool Search(double[,] left, ImmutableArray<int> people, int from, int size)
    {
        for (var next = from; next < people.Length; next++)
        {
            var all = size + people[next];
            if (all < SmallGroups.Least && (left[next, next] < Hair || (all < SmallGroups.Least - 1 && Search(Without(left, next), people, next + 1, all))))
            {
                return true;
            }
        }

        return false;
    }

    private static double[,] Without(double[,] left, int chosen)
    {
        var rest = new double[left.GetLength(0), left.GetLength(0)];
        for (var row = chosen + 1; row < left.GetLength(0); row++)
        {
            for (var column = chosen + 1; column < left.GetLength(0); column++)
            {
                rest[row, column] = left[row, column] - (left[row, chosen] * left[chosen, column] / left[chosen, chosen]);
            }
        }

        return rest;
    }

    private sealed record Profile(ImmutableArray<int> Groups)
    {
        public bool Equals(Profile? other) => other is not null && Groups.SequenceEqual(other.Groups);

        public override int GetHashCode() => Groups.Aggregate(17, HashCode.Combine);
    }
}
