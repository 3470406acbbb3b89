using System.Collections.Frozen;
using NodaTime;

namespace CohortCourses.Domain.Cohorts;

/// <summary>Whether a release time could be used as it was written.</summary>
public enum ReleaseFit
{
    Exact,

    /// <summary>The clocks went forward over it: the first moment after the gap counts.</summary>
    AfterGap,

    /// <summary>The clocks went back over it, so it came twice: the first one counts.</summary>
    FirstOfTwo,
}

/// <summary>The time zones of the IANA database that ships with NodaTime.</summary>
public static class Zones
{
    private static readonly FrozenSet<string> Ids = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    public static string DatabaseVersion => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>The zone of that name, which is spelt as in the database. Offsets such as UTC+02:00 are no zones: their clocks never change.</summary>
    public static DateTimeZone? Find(string id) => Ids.Contains(id) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;

    /// <summary>The instant at which a local clock first shows that time or, if it never does, the first moment after.</summary>
    public static (Instant Instant, ReleaseFit Fit) Resolve(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => (mapping.LateInterval.Start, ReleaseFit.AfterGap),
            1 => (mapping.Single().ToInstant(), ReleaseFit.Exact),
            _ => (mapping.First().ToInstant(), ReleaseFit.FirstOfTwo),
        };
    }
}
