using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CohortCourses.Domain.People;

namespace CohortCourses.Domain.Feedback;

/// <summary>A few words that only the respondent keeps. Two anonymous answers with the same words are the same person's, whoever that is.</summary>
public static class PairingCode
{
    private const int Longest = 200;
    private const int MostDigits = 32;

    /// <summary>What is kept of the words; null if there are none. Capitals and spaces make no difference.</summary>
    public static string? Mark(string cohort, string? words)
    {
        var plain = string.Join(' ', Typed.Whole(words ?? "").Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain is "" or { Length: > Longest } ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{cohort}\n{plain}")))[..MostDigits];
    }
}
