using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CohortCourses.Domain.Evaluation;

/// <summary>The t distribution around another centre than zero, which a standardised effect follows.</summary>
public static class NoncentralT
{
    private const double Tail = (1 - Confidence.Level) / 2;

    /// <summary>The centres under which an observed t is no surprise.</summary>
    public static Interval CentreInterval(double t, double degrees) =>
        new(CentreAt(t, degrees, 1 - Tail), CentreAt(t, degrees, Tail));

    /// <summary>How probable a value of at most <paramref name="t"/> is: a sum of beta functions weighted as Poisson's (Lenth 1989).</summary>
    public static double Cumulative(double t, double degrees, double centre) => t < 0
        ? 1 - Positive(-t, degrees, -centre)
        : Positive(t, degrees, centre);

    private static double Positive(double t, double degrees, double centre)
    {
        var below = Normal.CDF(0, 1, -centre);
        if (t == 0)
        {
            return below;
        }

        var half = centre * centre / 2;
        var (share, b) = (t * t / ((t * t) + degrees), degrees / 2);

        // The weights are those of a Poisson distribution: twelve deviations around its mean hold all that a double can tell.
        var (from, to) = (Math.Max(0, (int)(half - (12 * Math.Sqrt(half)) - 12)), (int)(half + (12 * Math.Sqrt(half)) + 40));
        var whole = SpecialFunctions.BetaRegularized(to + 0.5, b, share);
        var odd = SpecialFunctions.BetaRegularized(to + 1, b, share);
        var sum = 0.0;
        for (var term = to; term >= from; term--)
        {
            var log = half == 0 ? (term == 0 ? 0 : double.NegativeInfinity) : (term * Math.Log(half)) - half;
            var even = Math.Exp(log - SpecialFunctions.GammaLn(term + 1));
            var uneven = half == 0 ? 0 : centre / Math.Sqrt(2) * Math.Exp(log - SpecialFunctions.GammaLn(term + 1.5));
            sum += (even * whole) + (uneven * odd);
            whole += Step(term - 0.5, b, share);
            odd += Step(term, b, share);
        }

        return Math.Clamp(below + (sum / 2), 0, 1);
    }

    /// <summary>By how much the regularised beta function grows when its first parameter falls to <paramref name="a"/> by one.</summary>
    private static double Step(double a, double b, double share) => a <= 0
        ? 0
        : Math.Exp((a * Math.Log(share)) + (b * Math.Log(1 - share)) + SpecialFunctions.GammaLn(a + b) - SpecialFunctions.GammaLn(a + 1) - SpecialFunctions.GammaLn(b));

    /// <summary>The more to the right the centre, the less probable is a value of at most t: so halving finds it.</summary>
    private static double CentreAt(double t, double degrees, double probability)
    {
        var reach = 10 + (2 * Math.Abs(t));
        var (low, high) = (t - reach, t + reach);
        for (var halvings = 0; halvings < 60; halvings++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(t, degrees, middle) > probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
