using System.Globalization;
using System.Text;
using CohortCourses.Web.Shared;

namespace CohortCourses.Web.Organise;

/// <summary>Proposes the address of a new cohort.</summary>
public static class CohortAddresses
{
    private const int Longest = 40;

    /// <summary>What was typed, or else the name, or else the course and month, as an address: <c>spring-2027</c>.</summary>
    public static string Propose(string? typed, string? name, string? course, DateOnly? firstDay) =>
        Fold(typed) is { Length: > 0 } address ? address
        : Fold(name) is { Length: > 1 } named ? named
        : Fold($"{(course ?? "").Split('-')[0]} {firstDay?.ToString("yyyy-MM", CultureInfo.InvariantCulture)}");

    /// <summary>Small Latin letters and digits, with a hyphen for whatever lies between them; accents fall off.</summary>
    private static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var letter in TypedText.Whole(text ?? "").Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                folded.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && folded is [.., not '-'])
            {
                folded.Append('-');
            }
        }

        return folded.ToString(0, Math.Min(folded.Length, Longest)).Trim('-');
    }
}
