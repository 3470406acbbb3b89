using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace CohortCourses.Content.Modules;

/// <summary>Links and images; one that may not be followed or shown leaves its words.</summary>
internal sealed class LinkWriter(PageWriter page) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            FigureWriter.WriteImage(renderer, link, page);
        }
        else if (Open(renderer, page, link.Url))
        {
            renderer.WriteChildren(link);
            renderer.Write("</a>");
        }
        else
        {
            renderer.WriteChildren(link);
        }
    }

    /// <summary>Opens an anchor, unless the address may not be followed.</summary>
    internal static bool Open(HtmlRenderer renderer, PageWriter page, string? url)
    {
        if (page.Links.Link(url) is not { } link)
        {
            return false;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(link.Address).Write(link.IsOutside ? "\" rel=\"noopener\">" : "\">");
        return true;
    }
}

internal sealed class AutolinkWriter(PageWriter page) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var isOpen = LinkWriter.Open(renderer, page, link.IsEmail ? "mailto:" + link.Url : link.Url);
        renderer.WriteEscape(link.Url).Write(isOpen ? "</a>" : "");
    }
}

internal sealed class FootnoteReferenceWriter(PageWriter page) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        if (!link.IsBackLink)
        {
            page.Footnotes.WriteReference(renderer, link, page);
        }
    }
}

/// <summary>A picture with its caption, or a link to a recording with what is said in it.</summary>
internal static class FigureWriter
{
    public static void Write(HtmlRenderer renderer, LinkInline image, PageWriter page)
    {
        renderer.EnsureLine();
        if (Recording.Kind(image.Url ?? "") is { } kind)
        {
            renderer.Write("<figure class=\"recording\">");
            var isOpen = LinkWriter.Open(renderer, page, image.Url);
            renderer.WriteEscape(page.Words.Recording(kind, Caption(image))).Write(isOpen ? "</a>" : "");
            WriteCaption(renderer, PlainText.Of(image));
        }
        else
        {
            renderer.Write("<figure>");
            WriteImage(renderer, image, page);
            WriteCaption(renderer, Caption(image));
        }

        renderer.WriteLine("</figure>");
    }

    public static void WriteImage(HtmlRenderer renderer, LinkInline image, PageWriter page)
    {
        var alternative = PlainText.Of(image);
        if (page.Links.Image(image.Url) is not { } found)
        {
            renderer.WriteEscape(alternative);
            return;
        }

        renderer.Write("<img src=\"").WriteEscapeUrl(found.Address).Write("\" alt=\"").WriteEscape(alternative).Write('"');
        if (found.Image is { Width: > 0 and var width, Height: > 0 and var height })
        {
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\""));
        }

        renderer.Write(" loading=\"lazy\" decoding=\"async\">");
    }

    private static string? Caption(LinkInline image) => string.IsNullOrWhiteSpace(image.Title) ? null : image.Title;

    private static void WriteCaption(HtmlRenderer renderer, string? caption)
    {
        if (caption is not null)
        {
            renderer.Write("<figcaption>").WriteEscape(caption).Write("</figcaption>");
        }
    }
}
