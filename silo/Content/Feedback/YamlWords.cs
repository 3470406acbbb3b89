using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>Values that are one of a few words.</summary>
internal static class YamlWords
{
    /// <summary>One of the names of an enum, in small letters; null if there is none, which is a problem.</summary>
    public static T? OneOf<T>(this YamlMap map, string key, ProblemLog problems)
        where T : struct, Enum
    {
        if (map.Text(key) is not { } word)
        {
            return null;
        }

        var words = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.Ordinal);
        if (words.TryGetValue(word.Value, out var found))
        {
            return found;
        }

        problems.Add(word.Line, $"`{word.Value}` is no `{key}`.", $"Write one of {string.Join(", ", words.Keys)}.");
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>; false if the key is missing.</summary>
    public static bool Flag(this YamlMap map, string key, ProblemLog problems)
    {
        switch (map.Text(key, required: false))
        {
            case { Value: "true" }:
                return true;
            case null or { Value: "false" }:
                return false;
            case var (_, line):
                problems.Add(line, $"`{key}` has to be true or false.", $"Write `{key}: true`, or remove the line.");
                return false;
        }
    }
}
