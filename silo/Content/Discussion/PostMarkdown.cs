using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Discussion;

/// <summary>A post as HTML: what stands between the people that it mentions.</summary>
/// <param name="Parts">One more than there are mentions.</param>
/// <param name="Mentions">Learner ids, in the order in which they stand.</param>
public sealed record RenderedPost(ImmutableArray<string> Parts, ImmutableArray<string> Mentions);

/// <summary>
/// Renders what people write: paragraphs, lists, emphasis, quotes, code and links. No headings, no pictures, no HTML; a link may lead to a web or mail
/// address and gives no credit.
/// </summary>
public static class PostMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .DisableHeadings()
        .UseSoftlineBreakAsHardlineBreak()
        .UseAutoLinks(new() { AllowDomainWithoutPeriod = false })
        .Use<Mentions>()
        .Build();

    /// <param name="text">As the discussion keeps it, at most 8,000 characters.</param>
    public static RenderedPost Render(string text)
    {
        if (Tangle.Is(text))
        {
            return AsItStands(text);
        }

        try
        {
            using var written = new StringWriter(CultureInfo.InvariantCulture);
            var cut = new PostParts(written.GetStringBuilder());
            var html = new HtmlRenderer(written);
            PostHtml.Use(html, cut);
            html.Render(Markdown.Parse(text, Pipeline));
            return cut.Finish();
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested deeper than anyone writes on purpose.
            return AsItStands(text);
        }
    }

    /// <summary>The words alone, for lists, mail and search; people stand in it as <c>@{id}</c>.</summary>
    public static string Plain(string text)
    {
        if (Tangle.Is(text))
        {
            return text;
        }

        try
        {
            using var plain = new StringWriter(CultureInfo.InvariantCulture);
            var renderer = new HtmlRenderer(plain) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
            renderer.ObjectRenderers.Insert(0, new PlainMentionWriter());
            renderer.Render(Markdown.Parse(text, Pipeline));
            return plain.ToString().Trim();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static RenderedPost AsItStands(string text) =>
        new PostParts(new($"<p dir=\"auto\">{WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>")).Finish();

    private sealed class PlainMentionWriter : Markdig.Renderers.Html.HtmlObjectRenderer<MentionInline>
    {
        protected override void Write(HtmlRenderer renderer, MentionInline mention) => renderer.Write("@{").Write(mention.Learner).Write('}');
    }
}
