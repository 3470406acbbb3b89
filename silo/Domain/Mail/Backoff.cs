using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Mail;

/// <summary>How long to wait after a try that failed: minutes at first, since most faults pass; then hours, since the rest takes somebody to mend it.</summary>
public static class Backoff
{
    private static readonly ImmutableArray<Duration> Waits =
    [
        Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(6), Duration.FromHours(12), Duration.FromHours(24),
    ];

    /// <summary>The wait after so many tries; null when it is time to give up.</summary>
    public static Duration? After(int tries) => tries <= Waits.Length ? Waits[Math.Max(tries, 1) - 1] : null;
}
