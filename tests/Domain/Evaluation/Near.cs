using CohortCourses.Domain.Evaluation;

namespace CohortCourses.Tests.Domain.Evaluation;

/// <summary>Compares with a published value to as many decimals as were printed.</summary>
internal static class Near
{
    public static void Value(double expected, double? actual, int decimals)
    {
        Assert.NotNull(actual);
        Assert.InRange(actual.Value, expected - Half(decimals), expected + Half(decimals));
    }

    public static void Interval(double low, double high, Interval? actual, int decimals)
    {
        Assert.NotNull(actual);
        Value(low, actual.Low, decimals);
        Value(high, actual.High, decimals);
    }

    /// <summary>Half a unit of the last decimal, and a little for values that were printed just at the half.</summary>
    private static double Half(int decimals) => 0.505 * Math.Pow(10, -decimals);
}
