using MathNet.Numerics.Distributions;

namespace CohortCourses.Domain.Evaluation;

/// <summary>One level for every interval, so that two figures on one page can be compared.</summary>
public static class Confidence
{
    public const double Level = 0.95;

    private const double UpperTail = (1 + Level) / 2;

    /// <summary>How many standard errors to either side, of the normal distribution: 1.96.</summary>
    public static readonly double Z = Normal.InvCDF(0, 1, UpperTail);

    /// <summary>The same of Student's t. The degrees of freedom need not be whole.</summary>
    public static double T(double degrees) => StudentT.InvCDF(0, 1, degrees, UpperTail);
}
