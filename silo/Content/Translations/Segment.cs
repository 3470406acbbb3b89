using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace CohortCourses.Content.Translations;

internal enum SegmentKind
{
    Title,
    Summary,
    Outcome,
    Heading,
    Paragraph,
    Figure,
    List,
    Table,
    Code,
    Quote,
    Definitions,
    Rule,
    Footnote,
    Other,
}

/// <summary>The smallest piece that is translated as a whole.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its Markdown, or its text in the front matter.</param>
/// <param name="Line">Where it starts in its file.</param>
/// <param name="Block">The block, unless it stands in the front matter.</param>
internal sealed partial record Segment(SegmentKind Kind, string Text, int Line, Block? Block)
{
    /// <summary>So many words may be the same in two languages: a name, or a heading such as "Sources".</summary>
    private const int WordsAlike = 3;

    private string? _normalised;

    /// <summary>The text as it is compared: where lines are wrapped makes no difference, except in code.</summary>
    public string Normalised => _normalised ??= Kind == SegmentKind.Code
        ? Text.Trim().Normalize()
        : WhiteSpace().Replace(Text, " ").Trim().Normalize();

    public string Hash => HashOf(Normalised, 4);

    /// <summary>Enough to see in a translation's own stamp whether its text was touched since.</summary>
    public string ShortHash => HashOf(Normalised, 2);

    /// <summary>Whether a translation that equals its source in this segment can be meant.</summary>
    public bool MayEqualItsSource => Kind == SegmentKind.Code || Words().Count(Normalised) <= WordsAlike;

    internal static string HashOf(string text, int bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}\p{N}'’\-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
