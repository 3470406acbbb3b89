using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Discussion;

/// <summary>The list of all that a post may hold as HTML. What is not on it is not written.</summary>
internal static class PostHtml
{
    private const int LongestAddress = 2_000;

    public static void Use(HtmlRenderer html, PostParts parts)
    {
        html.ObjectRenderers.Clear();
        html.ObjectRenderers.AddRange(
        [
            new ParagraphWriter(),
            new ListWriter(),
            new CodeWriter(),
            new QuoteWriter(),
            new ThematicBreakRenderer(),
            new LiteralInlineRenderer(),
            new LineBreakInlineRenderer(),
            new EmphasisInlineRenderer(),
            new CodeInlineRenderer(),
            new DelimiterInlineRenderer(),
            new HtmlEntityInlineRenderer(),
            new LinkWriter(),
            new AutolinkWriter(),
            new MentionWriter(parts),
        ]);
    }

    /// <summary>The address as it is written into the page, or null if nobody may be led there.</summary>
    internal static string? Address(string? url) =>
        url is { Length: > 0 and <= LongestAddress } && !url.Any(char.IsControl) && !url.Contains('\\', StringComparison.Ordinal)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && ((uri.Scheme is "https" or "http" && uri.Host.Length > 0 && uri.UserInfo.Length == 0) || uri.Scheme == "mailto")
            ? uri.AbsoluteUri
            : null;

    private static void Open(HtmlRenderer renderer, string address) =>
        renderer.Write("<a href=\"").WriteEscape(address).Write("\" rel=\"nofollow ugc noopener\">");

    /// <summary>Each paragraph finds its own direction: people answer in another language than they were asked.</summary>
    private sealed class ParagraphWriter : HtmlObjectRenderer<ParagraphBlock>
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
        {
            var isOpen = !renderer.ImplicitParagraph;
            renderer.EnsureLine();
            renderer.Write(isOpen ? "<p dir=\"auto\">" : "").WriteLeafInline(paragraph).Write(isOpen ? "</p>\n" : "");
        }
    }

    private sealed class ListWriter : HtmlObjectRenderer<ListBlock>
    {
        protected override void Write(HtmlRenderer renderer, ListBlock list)
        {
            var element = list.IsOrdered ? "ol" : "ul";
            renderer.EnsureLine();
            renderer.Write('<').Write(element).Write(" dir=\"auto\"");
            if (list is { IsOrdered: true, OrderedStart: { } start } && start != "1")
            {
                renderer.Write(" start=\"").WriteEscape(start).Write('"');
            }

            renderer.WriteLine(">");
            foreach (var item in list.Cast<ListItemBlock>())
            {
                var before = renderer.ImplicitParagraph;
                renderer.ImplicitParagraph = !list.IsLoose;
                renderer.Write("<li dir=\"auto\">");
                renderer.WriteChildren(item);
                renderer.WriteLine("</li>");
                renderer.ImplicitParagraph = before;
            }

            renderer.Write("</").Write(element).WriteLine(">");
        }
    }

    private sealed class QuoteWriter : HtmlObjectRenderer<QuoteBlock>
    {
        protected override void Write(HtmlRenderer renderer, QuoteBlock quote)
        {
            var before = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = false;
            renderer.EnsureLine();
            renderer.WriteLine("<blockquote dir=\"auto\">");
            renderer.WriteChildren(quote);
            renderer.EnsureLine();
            renderer.WriteLine("</blockquote>");
            renderer.ImplicitParagraph = before;
        }
    }

    private sealed class CodeWriter : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock code)
        {
            renderer.EnsureLine();
            renderer.Write("<pre dir=\"ltr\" tabindex=\"0\"><code>").WriteLeafRawLines(code, writeEndOfLines: true, escape: true).WriteLine("</code></pre>");
        }
    }

    /// <summary>A picture leaves the words that stand for it; a link that leads nowhere leaves its own.</summary>
    private sealed class LinkWriter : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            var address = link.IsImage ? null : Address(link.GetDynamicUrl?.Invoke() ?? link.Url);
            if (address is not null)
            {
                Open(renderer, address);
            }

            renderer.WriteChildren(link);
            renderer.Write(address is null ? "" : "</a>");
        }
    }

    private sealed class AutolinkWriter : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            var address = Address(link.IsEmail ? "mailto:" + link.Url : link.Url);
            if (address is not null)
            {
                Open(renderer, address);
            }

            renderer.WriteEscape(link.Url).Write(address is null ? "" : "</a>");
        }
    }

    private sealed class MentionWriter(PostParts parts) : HtmlObjectRenderer<MentionInline>
    {
        protected override void Write(HtmlRenderer renderer, MentionInline mention) => parts.Cut(mention.Learner);
    }
}
