using System.Collections.Immutable;
using System.Text;
using CohortCourses.Domain.People;

namespace CohortCourses.Domain.Feedback;

/// <summary>A text of so many characters at most, in one line or in paragraphs.</summary>
public sealed record Words(string Id, bool Required, Condition? ShownIf, string Wording, int Longest, bool HasParagraphs)
    : Question(Id, Required, ShownIf, Wording)
{
    public override (ImmutableArray<string> Kept, Rejection? Refused) Check(ImmutableArray<string> given)
    {
        if (given.Length > 1)
        {
            return Refuse(FeedbackRejections.OneOnly);
        }

        var typed = given.FirstOrDefault() ?? "";
        if (typed.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            return Refuse(FeedbackRejections.Unreadable); // half a character, which no file could hold
        }

        var kept = Clean(typed);
        return kept switch
        {
            "" => Keep(),
            _ when kept.EnumerateRunes().Count() > Longest => Refuse(FeedbackRejections.TooLong(Longest)),
            _ => Keep(kept),
        };
    }

    public override IEnumerable<string> Counted(ImmutableArray<string> kept) => [];

    /// <summary>Without control characters, which exports could not carry; line ends as LF, or as spaces where there is one line only.</summary>
    private string Clean(string typed)
    {
        var kept = new StringBuilder();
        foreach (var rune in Typed.Whole(typed).Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").EnumerateRunes())
        {
            var isLineEnd = rune.Value == '\n';
            if (isLineEnd || rune.Value == '\t')
            {
                kept.Append(isLineEnd && HasParagraphs ? '\n' : ' ');
            }
            else if (!Rune.IsControl(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Trim();
    }
}
