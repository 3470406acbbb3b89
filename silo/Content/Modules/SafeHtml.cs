using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Modules;

/// <summary>The list of all that we write as HTML. What is not on it is not written; raw HTML shows as the characters it is made of.</summary>
internal static class SafeHtml
{
    public static void Use(HtmlRenderer html, PageWriter page)
    {
        html.ObjectRenderers.Clear();
        html.ObjectRenderers.AddRange(
        [
            new HeadingWriter(page),
            new ParagraphWriter(page),
            new ListWriter(page),
            new TableWriter(page),
            new CodeWriter(),
            new QuoteBlockRenderer(),
            new ThematicBreakRenderer(),
            new HtmlDefinitionListRenderer(),
            new EscapedHtmlBlock(),
            new LiteralInlineRenderer(),
            new LineBreakInlineRenderer(),
            new EmphasisInlineRenderer(),
            new CodeInlineRenderer(),
            new DelimiterInlineRenderer(),
            new HtmlEntityInlineRenderer(),
            new HtmlAbbreviationRenderer(),
            new LinkWriter(page),
            new AutolinkWriter(page),
            new FootnoteReferenceWriter(page),
            new TaskMark(),
            new EscapedHtmlInline(),
        ]);
    }

    private sealed class EscapedHtmlBlock : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock block) =>
            renderer.Write("<p>").WriteEscape(block.Lines.ToString()).WriteLine("</p>");
    }

    private sealed class EscapedHtmlInline : HtmlObjectRenderer<HtmlInline>
    {
        protected override void Write(HtmlRenderer renderer, HtmlInline inline) => renderer.WriteEscape(inline.Tag);
    }
}
