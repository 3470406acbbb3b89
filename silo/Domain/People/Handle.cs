using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CohortCourses.Domain.People;

/// <summary>The name that someone goes by in one cohort: anything readable, a pseudonym as well.</summary>
public static class Handle
{
    public const int Longest = 40;

    /// <summary>The handle as it is kept, or why not. Control and direction marks cannot hide in it.</summary>
    public static (string? Clean, Rejection? Refused) Clean(string typed)
    {
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

    /// <summary>Twelve hexadecimal digits that are equal for names which look the same to a hurried reader. The cohort keeps them in place of the name.</summary>
    public static string Mark(string handle)
    {
        var folded = handle.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded))[..6]);
    }

    private static bool IsReadable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        || rune.Value is 0x200C or 0x200D; // the joiners, without which Persian and Indic names break
}

public static class HandleRejections
{
    public static readonly Rejection Empty = Rejection.Of("handle.empty");
    public static readonly Rejection TooLong = Rejection.Of("handle.too-long", ("most", "40"));
    public static readonly Rejection Unreadable = Rejection.Of("handle.unreadable");
}
