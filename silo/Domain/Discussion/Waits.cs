using System.Globalization;
using NodaTime;

namespace CohortCourses.Domain.Discussion;

/// <summary>How long to wait, as a refusal says it.</summary>
internal static class Waits
{
    /// <summary>Whole hours, rounded up.</summary>
    public static string Hours(Duration wait) => ((int)Math.Ceiling(wait.TotalHours)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whole minutes, rounded up.</summary>
    public static string Minutes(Duration wait) => ((int)Math.Ceiling(wait.TotalMinutes)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whole seconds, rounded up.</summary>
    public static string Seconds(Duration wait) => ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
