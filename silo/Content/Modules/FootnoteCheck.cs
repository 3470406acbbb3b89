using System.Text;
using System.Text.RegularExpressions;
using CohortCourses.Content.Courses;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Modules;

/// <summary>Finds footnotes and named links of which one half is missing: the parser leaves them as plain text or drops them.</summary>
internal static partial class FootnoteCheck
{
    public static void Check(Page page, ProblemLog problems)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var definition in page.Document.Descendants<FootnoteLinkReferenceDefinition>())
        {
            var line = page.LineOf(definition.Line);
            var label = definition.Label!.TrimStart('^');
            if (!seen.Add(label))
            {
                problems.Add(line, $"The footnote `{label}` is there twice.", "Give one of the two another label.");
            }
            else if (definition.Footnote.Order < 0)
            {
                problems.Add(line, $"Nothing refers to the footnote `{label}`.", $"Write `[^{label}]` where it belongs, or remove it.");
            }
        }

        foreach (var leaf in page.Document.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null))
        {
            CheckLeftovers(page, leaf, problems);
        }
    }

    private static void CheckLeftovers(Page page, LeafBlock leaf, ProblemLog problems)
    {
        var text = new StringBuilder();
        foreach (var inline in leaf.Inline!.Descendants())
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                LineBreakInline => text.Append('\n'),
                DelimiterInline delimiter => text.Append(delimiter.ToLiteral()),
                _ => text.Append('\uFFFC'),
            };
        }

        var plain = text.ToString();
        foreach (Match match in Leftover().Matches(plain))
        {
            var line = page.LineOf(leaf.Line) + plain.AsSpan(0, match.Index).Count('\n');
            problems.Add(
                line,
                $"`{match.Value}` refers to nothing.",
                match.Value[1] == '^'
                    ? "Write the footnote at the end of the page, outside every container: `" + match.Value + ": Text.`"
                    : "Write the address at the end of the page: `[name]: https://...`");
        }
    }

    [GeneratedRegex(@"\[\^[^\]\s]+\]|\[[^\[\]\n]+\]\[[^\[\]\n]*\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Leftover();
}
