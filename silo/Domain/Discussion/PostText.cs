using System.Globalization;
using System.Text;
using CohortCourses.Domain.People;

namespace CohortCourses.Domain.Discussion;

/// <summary>What people write: text that can be kept, compared and shown without breaking what stands around it.</summary>
public static class PostText
{
    public const int Longest = 8_000;

    public const int LongestTitle = 120;

    private const char LeftToRightOverride = '\u202D';
    private const char RightToLeftOverride = '\u202E';

    /// <summary>The text as it is kept, or why not. Line ends become LF; half characters and control characters go.</summary>
    public static (string? Clean, Rejection? Refused) Clean(string typed)
    {
        // Looked at before anything costs time: nobody makes us read a megabyte.
        if (typed.Length > Longest * 2)
        {
            return (null, PostRejections.TooLong);
        }

        var text = Readable(typed.ReplaceLineEndings("\n")).Trim();
        return text.Length == 0 ? (null, PostRejections.Empty)
            : text.Length > Longest ? (null, PostRejections.TooLong)
            : (text, null);
    }

    /// <summary>A title on one line, or why not.</summary>
    public static (string? Clean, Rejection? Refused) Title(string typed)
    {
        if (typed.Length > LongestTitle * 8)
        {
            return (null, ThreadRejections.TitleTooLong);
        }

        var title = string.Join(' ', Readable(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return title.Length == 0 || !title.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune) || Rune.IsPunctuation(rune)) ? (null, ThreadRejections.TitleEmpty)
            : new StringInfo(title).LengthInTextElements > LongestTitle || title.Length > LongestTitle * 4 ? (null, ThreadRejections.TitleTooLong)
            : (title, null);
    }

    private static string Readable(string typed)
    {
        var readable = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && !Typed.IsNoCharacter(rune) && rune.Value is not (LeftToRightOverride or RightToLeftOverride or 0xFEFF)))
            {
                readable.Append(rune.ToString());
            }
        }

        return readable.ToString().Normalize(NormalizationForm.FormC);
    }
}
