using System.Text;
using System.Text.RegularExpressions;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Exports.Texts;

/// <summary>What a text has to go through before it may stand in XML or in a cell.</summary>
internal static partial class SafeText
{
    /// <summary>As many UTF-16 units as a cell can hold.</summary>
    internal const int MostUnits = 32_767;

    private const string Cut = " [cut here: a cell holds no more; the whole text is in the CSV and JSON files]";

    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Defused, within the limit, and with underscores escaped where they look like a character's number.</summary>
    public static string ForCell(string text)
    {
        var clean = Valid(PlainText.Lines(Defused.Text(text)));
        return LooksEscaped().Replace(clean.Length > MostUnits ? Shortened(clean) : clean, "_x005F_$1");
    }

    /// <summary>With a replacement character for each that XML cannot hold.</summary>
    public static string Valid(string text)
    {
        var runes = text.EnumerateRunes();
        if (!runes.Any(IsForbidden))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in runes)
        {
            clean.Append(IsForbidden(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsForbidden(Rune rune) => rune.Value is (< 0x20 and not ('\t' or '\n' or '\r')) or 0xFFFD or 0xFFFE or 0xFFFF;

    private static string Shortened(string text)
    {
        var length = MostUnits - Cut.Length;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + Cut;
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksEscaped();
}
