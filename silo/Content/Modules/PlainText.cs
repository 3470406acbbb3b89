using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Modules;

/// <summary>The words of a piece of Markdown without its marks: for ids, labels and text alternatives.</summary>
internal static class PlainText
{
    public static string Of(ContainerInline? inline)
    {
        var text = new StringBuilder();
        Append(text, inline);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, ContainerInline? parent)
    {
        foreach (var child in parent ?? Enumerable.Empty<Inline>())
        {
            _ = child switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.Content),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                AbbreviationInline abbreviation => text.Append(abbreviation.Abbreviation.Label),
                AutolinkInline link => text.Append(link.Url),
                LineBreakInline => text.Append(' '),
                DelimiterInline delimiter => text.Append(delimiter.ToLiteral()),
                _ => text,
            };
            Append(text, child as ContainerInline);
        }
    }
}
