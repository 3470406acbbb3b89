using System.Collections.Immutable;
using NodaTime.TimeZones;

namespace CohortCourses.Web.Shared;

/// <summary>The time zones that people choose from: one for each place, without the aliases of earlier days.</summary>
public static class ZoneList
{
    public static ImmutableArray<string> Ids { get; } =
        [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(place => place.ZoneId).Append("Etc/UTC").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
