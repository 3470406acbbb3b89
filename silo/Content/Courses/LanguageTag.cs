using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CohortCourses.Content.Courses;

/// <summary>What a page has to know about a language: whether its tag is one, and which way it is written.</summary>
public static partial class LanguageTag
{
    private static readonly FrozenSet<string> RightToLeft = FrozenSet.ToFrozenSet(
        ["ar", "arc", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "khw", "ks", "lrc", "luz", "mzn", "nqo", "pnb", "ps", "sd", "skr", "syr", "ug", "ur", "yi"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> RightToLeftScripts = FrozenSet.ToFrozenSet(
        ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"], StringComparer.OrdinalIgnoreCase);

    public static bool IsValid(string tag) => Tag().IsMatch(tag);

    /// <summary>The value of the HTML attribute <c>dir</c>: <c>rtl</c> or <c>ltr</c>.</summary>
    public static string Direction(string tag)
    {
        var parts = tag.Split('-');
        var script = Array.Find(parts, part => part.Length == 4);
        var rightToLeft = script is null ? RightToLeft.Contains(parts[0]) : RightToLeftScripts.Contains(script);
        return rightToLeft ? "rtl" : "ltr";
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();
}
