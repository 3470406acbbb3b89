using System.Globalization;
using System.Text;
using CohortCourses.Contracts.Cohorts;

namespace CohortCourses.Web.Cohorts;

/// <summary>Somebody in a cohort, by the name that they chose there.</summary>
public sealed record Face(MemberView Member, string Handle)
{
    /// <summary>The first letter of the name, to stand in for a picture.</summary>
    public string Initial => StringInfo.GetNextTextElement(Handle).ToUpper(CultureInfo.CurrentCulture);

    public bool IsTeam => Member.Role != CohortRole.Participant;

    /// <summary>The name without case and accents, to look for.</summary>
    public string Plain { get; } = PlainOf(Handle);

    /// <summary>A text without case and accents: who types on a phone leaves them out.</summary>
    public static string PlainOf(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToUpperInvariant();
        }

        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            bare.Append(letter);
        }

        return bare.ToString().ToUpperInvariant();
    }
}
