using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>How far two coders agree beyond what chance alone would give.</summary>
/// <param name="N">How many pieces both have coded.</param>
/// <param name="Observed">The share coded alike; none of none.</param>
/// <param name="Kappa">Cohen's kappa (1960); none where both used one and the same code throughout, since chance explains that as well.</param>
/// <param name="Interval">By the large-sample error of Fleiss, Cohen and Everitt (1969).</param>
public sealed record Agreement(int N, double? Observed, double? Kappa, Interval? Interval)
{
    /// <summary>Each pair is one piece, as the first and as the second coder saw it.</summary>
    public static Agreement Of<T>(IEnumerable<(T First, T Second)> pieces)
        where T : notnull
    {
        var counts = pieces.CountBy(piece => piece).ToImmutableArray();
        double n = counts.Sum(count => count.Value);
        if (n == 0)
        {
            return new(0, null, null, null);
        }

        var first = Shares(counts.Select(count => (count.Key.First, count.Value)), n);
        var second = Shares(counts.Select(count => (count.Key.Second, count.Value)), n);
        var observed = counts.Where(count => Same(count.Key)).Sum(count => count.Value) / n;
        var expected = first.Sum(share => share.Value * second.GetValueOrDefault(share.Key));
        if (1 - expected < 1e-12)
        {
            return new((int)n, observed, null, null);
        }

        var kappa = (observed - expected) / (1 - expected);
        var alike = counts.Where(count => Same(count.Key)).Sum(count =>
            count.Value / n * Square(1 - ((first[count.Key.First] + second[count.Key.First]) * (1 - kappa))));
        var apart = counts.Where(count => !Same(count.Key)).Sum(count =>
            count.Value / n * Square((second.GetValueOrDefault(count.Key.First) + first.GetValueOrDefault(count.Key.Second)) * (1 - kappa)));
        var variance = (alike + apart - Square(kappa - (expected * (1 - kappa)))) / (Square(1 - expected) * n);
        return new((int)n, observed, kappa, Evaluation.Interval.Around(kappa, Confidence.Z * Math.Sqrt(Math.Max(0, variance))).Within(-1, 1));

        static bool Same((T First, T Second) piece) => EqualityComparer<T>.Default.Equals(piece.First, piece.Second);
    }

    private static Dictionary<T, double> Shares<T>(IEnumerable<(T Code, int Count)> counts, double n)
        where T : notnull =>
        counts.GroupBy(count => count.Code).ToDictionary(code => code.Key, code => code.Sum(count => count.Count) / n);

    private static double Square(double value) => value * value;
}
