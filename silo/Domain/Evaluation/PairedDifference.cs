namespace CohortCourses.Domain.Evaluation;

/// <summary>What changed in the same people, after minus before.</summary>
/// <param name="N">How many pairs.</param>
/// <param name="Change">The mean of each person's change, with its interval by Student's t.</param>
public sealed record PairedDifference(int N, Mean Change)
{
    /// <summary>
    /// The mean change in standard deviations of the change: Cohen's d_z (Lakens 2013). It is larger than the d of two groups when
    /// people change alike. None of fewer than two pairs, or when everybody changed by the same.
    /// </summary>
    public double? Effect => Change is { Value: { } value, Deviation: { } deviation and > 0 } ? value / deviation : null;

    /// <summary>Exact, by the noncentral t distribution (Steiger and Fouladi 1997).</summary>
    public Interval? EffectInterval
    {
        get
        {
            if (Effect is not { } effect)
            {
                return null;
            }

            var centre = NoncentralT.CentreInterval(effect * Math.Sqrt(N), N - 1);
            return new(centre.Low / Math.Sqrt(N), centre.High / Math.Sqrt(N));
        }
    }

    public static PairedDifference Of(IEnumerable<(double Before, double After)> pairs)
    {
        var change = Mean.Of(pairs.Select(pair => pair.After - pair.Before));
        return new(change.N, change);
    }
}
