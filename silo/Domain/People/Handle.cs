using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CohortCourses.Domain.People;

/// <summary>The name that someone goes by in one cohort: anything readable, a pseudonym as well.</summary>
public static class Handle
{
    public const int Longest = 40;

    private static readonly Rune ZeroWidthNonJoiner = new(0x200C);
    private static readonly Rune ZeroWidthJoiner = new(0x200D);

    /// <summary>The handle as it is kept, or why not. Nothing invisible and no direction mark can hide in it.</summary>
    public static (string? Clean, Rejection? Refused) Clean(string typed)
    {
        if (!Typed.IsWhole(typed))
        {
            return (null, HandleRejections.Unreadable);
        }

        var composed = string.Join(' ', typed.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (composed.Length == 0)
        {
            return (null, HandleRejections.Empty);
        }

        if (new StringInfo(composed).LengthInTextElements > Longest || composed.Length > Longest * 4)
        {
            return (null, HandleRejections.TooLong);
        }

        return composed.EnumerateRunes().All(IsReadable) && composed.EnumerateRunes().Any(Rune.IsLetterOrDigit)
            ? (composed, null)
            : (null, HandleRejections.Unreadable);
    }

    /// <summary>
    /// Twelve hexadecimal digits that are equal for names which differ only in case, width, style, spaces or joiners.
    /// The cohort keeps them in place of the name. Letters of another script that look alike are told apart.
    /// </summary>
    public static string Mark(string handle) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Fold(handle)))[..6]);

    private static string Fold(string handle)
    {
        var visible = new StringBuilder();
        foreach (var rune in handle.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !IsJoiner(rune) && !IsVariationSelector(rune))
            {
                visible.Append(rune.ToString());
            }
        }

        return visible.ToString().ToLowerInvariant().ToUpperInvariant().Normalize(NormalizationForm.FormKC);
    }

    private static bool IsReadable(Rune rune) => !IsBlank(rune) && (IsJoiner(rune) || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    /// <summary>The joiners, without which Persian and Indic names break.</summary>
    private static bool IsJoiner(Rune rune) => rune == ZeroWidthNonJoiner || rune == ZeroWidthJoiner;

    /// <summary>Picks the look of the character before it, as in coloured hearts.</summary>
    private static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180D) or 0x180F;

    /// <summary>Letters, marks and symbols by their category which nobody can see: fillers of Hangul, inherent vowels of Khmer, the empty Braille pattern.</summary>
    private static bool IsBlank(Rune rune) => rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;
}

public static class HandleRejections
{
    public static readonly Rejection Empty = Rejection.Of("handle.empty");
    public static readonly Rejection TooLong = Rejection.Of("handle.too-long", ("most", "40"));
    public static readonly Rejection Unreadable = Rejection.Of("handle.unreadable");
}
