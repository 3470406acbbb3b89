using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>The values below which a quarter, half and three quarters of the answers lie; none of no answers.</summary>
public sealed record Quartiles(int N, double? Lower, double? Median, double? Upper)
{
    /// <summary>Of numbers: between two numbers by proportion, which is definition 7 of Hyndman and Fan (1996), as in R and spreadsheets.</summary>
    public static Quartiles OfNumbers(IEnumerable<double> numbers) => Of(numbers, Between);

    /// <summary>
    /// Of the levels of a scale: always a level that somebody chose, the lower of two, which is definition 1 of Hyndman and Fan.
    /// Nothing lies between "agree" and "strongly agree".
    /// </summary>
    public static Quartiles OfLevels(IEnumerable<int> levels) => Of(levels.Select(level => (double)level), Chosen);

    private static Quartiles Of(IEnumerable<double> values, Func<ImmutableArray<double>, double, double> at)
    {
        ImmutableArray<double> sorted = [.. values.Order()];
        return sorted.IsEmpty ? new(0, null, null, null) : new(sorted.Length, at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double Between(ImmutableArray<double> sorted, double share)
    {
        var place = (sorted.Length - 1) * share;
        var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return below + ((place - Math.Floor(place)) * (above - below));
    }

    private static double Chosen(ImmutableArray<double> sorted, double share) =>
        sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * share) - 1)];
}
