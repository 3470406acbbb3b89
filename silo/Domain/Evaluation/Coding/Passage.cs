using System.Text;

namespace CohortCourses.Domain.Evaluation;

/// <summary>A part of a text with the code that a coder gave it.</summary>
/// <param name="Id">Made by who codes; the same id twice is one passage.</param>
/// <param name="Text">The study key of the text.</param>
/// <param name="Code">As it was given; <see cref="Codebook.Resolve"/> says which code that is by now.</param>
/// <param name="Start">The first of its characters, in Unicode code points from 0.</param>
/// <param name="End">The one after its last.</param>
/// <param name="MayQuote">Whether its words may be used in a report.</param>
public sealed record Passage(string Id, string Text, string Code, int Start, int End, bool MayQuote)
{
    /// <summary>Stands for a whole text in which a coder found nothing to code.</summary>
    public const string Nothing = "-";

    public const int LongestText = 24;

    internal bool IsWhole => Text is { Length: > 0 and <= LongestText } && Code.Length is > 0 and <= 40 && Start >= 0 && End > Start;

    /// <summary>The words of a passage in its text; null if the text is too short for it.</summary>
    public static string? WordsOf(string text, int start, int end)
    {
        var (from, to, at) = (-1, -1, 0);
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            from = count == start ? at : from;
            at += rune.Utf16SequenceLength;
            count++;
            to = count == end ? at : to;
        }

        return from >= 0 && to > from ? text[from..to] : null;
    }

    public static int LengthOf(string text) => text.EnumerateRunes().Count();
}
