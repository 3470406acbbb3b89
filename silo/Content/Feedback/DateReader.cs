using System.Globalization;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>Reads the range of a date.</summary>
internal static class DateReader
{
    public static Question Read(Question question, YamlMap map, ProblemLog problems)
    {
        var (from, to) = (Day(map, "from", problems), Day(map, "to", problems));
        if (from is not null && to is not null && string.CompareOrdinal(from, to) > 0)
        {
            problems.Add(map.LineOfKey("to"), "`to` is before `from`.", "Correct one of the two.");
        }

        return question with { From = from, To = to };
    }

    private static string? Day(YamlMap map, string key, ProblemLog problems)
    {
        if (map.Text(key, required: false) is not { } day)
        {
            return null;
        }

        if (DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return day.Value;
        }

        problems.Add(day.Line, $"`{day.Value}` is no day.", "Write it as in 2026-02-01.");
        return null;
    }
}
