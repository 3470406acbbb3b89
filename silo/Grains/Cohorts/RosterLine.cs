using System.Globalization;
using CohortCourses.Domain.Cohorts;
using NodaTime;

namespace CohortCourses.Grains.Cohorts;

/// <summary>One member as one string: <c>id|role|track|handle mark|joined, in seconds since 1970</c>.</summary>
internal static class RosterLine
{
    private const string Roles = "pmie"; // participant, mentor, instructor, evaluator

    public static string Write(KeyValuePair<string, Membership> member) => string.Create(
        CultureInfo.InvariantCulture,
        $"{member.Key}|{Roles[(int)member.Value.Role]}|{member.Value.Track}|{member.Value.HandleMark}|{member.Value.JoinedAt.ToUnixTimeSeconds()}");

    public static KeyValuePair<string, Membership> Parse(string line)
    {
        var parts = line.Split('|');
        return KeyValuePair.Create(parts[0], new Membership(
            (CohortRole)Roles.IndexOf(parts[1], StringComparison.Ordinal),
            parts[2].Length == 0 ? null : parts[2],
            parts[3],
            Instant.FromUnixTimeSeconds(long.Parse(parts[4], CultureInfo.InvariantCulture))));
    }
}
