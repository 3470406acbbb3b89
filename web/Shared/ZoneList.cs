using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace CohortCourses.Web.Shared;

/// <summary>The time zones that people choose from: one for each place, without the aliases of earlier days.</summary>
public static class ZoneList
{
    public static ImmutableArray<string> Ids { get; } =
        [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(place => place.ZoneId).Append("Etc/UTC").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The zones by the part of the world that they begin with.</summary>
    public static ImmutableArray<IGrouping<string, string>> Regions { get; } =
        [.. Ids.Where(zone => zone != "Etc/UTC").GroupBy(zone => zone.Split('/')[0], StringComparer.Ordinal)];

    /// <summary>Whether there is such a zone, an alias as well: browsers know zones by either name.</summary>
    public static bool Has(string? zone) => zone is not null && DateTimeZoneProviders.Tzdb.Ids.Contains(zone);

    /// <summary>The place that a zone is named after, without its part of the world.</summary>
    public static string PlaceOf(string zone) => zone[(zone.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('_', ' ').Replace("/", ", ", StringComparison.Ordinal);
}
