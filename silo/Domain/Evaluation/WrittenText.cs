using System.Text;
using CohortCourses.Domain.People;

namespace CohortCourses.Domain.Evaluation;

/// <summary>What evaluators write, as it is kept: readable characters, in one line or in lines that end in LF.</summary>
internal static class WrittenText
{
    public static string Line(string typed) => string.Join(' ', Readable(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Paragraphs(string typed) => Readable(typed).Trim();

    public static bool IsLongerThan(this string text, int characters) => text.Length > characters && text.EnumerateRunes().Count() > characters;

    private static string Readable(string typed)
    {
        var readable = new StringBuilder(typed.Length);
        foreach (var rune in Typed.Whole(typed).Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            {
                readable.Append(rune.ToString());
            }
        }

        return readable.ToString();
    }
}
