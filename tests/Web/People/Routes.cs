using System.Text.RegularExpressions;

namespace CohortCourses.Tests.Web.People;

/// <summary>Makes addresses of the policy table's routes.</summary>
internal static partial class Routes
{
    /// <summary>A route with its places filled in. Places without a value get 1, which fits numbers and leads nowhere otherwise.</summary>
    public static string Fill(string route, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(route, place => values.GetValueOrDefault(place.Groups["name"].Value, "1"));

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
