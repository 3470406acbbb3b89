using System.Text.RegularExpressions;

namespace CohortCourses.Exports.Texts;

/// <summary>Text as it is counted and compared: LF alone, whole characters.</summary>
internal static partial class PlainText
{
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Without the empty lines that would make two answers of one.</summary>
    public static string OneParagraph(string text) => EmptyLines().Replace(Lines(text).Trim(), "\n");

    /// <summary>How many Unicode code points a text has; a surrogate that stands alone counts as the character that replaces it.</summary>
    public static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    [GeneratedRegex(@"\n\s*\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyLines();
}
