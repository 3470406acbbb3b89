using System.Text;

namespace CohortCourses.Web.Shared;

/// <summary>What came in a form or a request may hold code points that are no characters, which cannot be normalised.</summary>
internal static class TypedText
{
    /// <summary>The text with a mark in place of each such code point and of each half of a character; no rule takes the mark for a letter.</summary>
    public static string Whole(string typed) => typed.EnumerateRunes().Any(IsBroken)
        ? string.Concat(typed.EnumerateRunes().Select(rune => (IsBroken(rune) ? Rune.ReplacementChar : rune).ToString()))
        : typed;

    private static bool IsBroken(Rune rune) => rune == Rune.ReplacementChar || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
