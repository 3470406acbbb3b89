using System.Buffers;

namespace CohortCourses.Exports.Tables;

/// <summary>
/// Keeps spreadsheets from running what somebody wrote. A text that starts like a formula gets an apostrophe before it; so does one that
/// starts with an apostrophe, and taking away a single leading apostrophe always gives back what was written.
/// </summary>
public static class Defused
{
    private static readonly SearchValues<char> Dangerous = SearchValues.Create("=+-@\t\r'");

    public static string Text(string text) => text.Length > 0 && Dangerous.Contains(text[0]) ? $"'{text}" : text;

    public static string Restore(string text) => text.StartsWith('\'') ? text[1..] : text;
}
