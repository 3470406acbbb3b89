using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Shared;

/// <summary>HTML that is written more than once, in the bytes that browsers get.</summary>
public sealed class HtmlBytes(byte[] utf8) : IHtmlContent
{
    public HtmlBytes(string html)
        : this(Encoding.UTF8.GetBytes(html))
    {
    }

    public ReadOnlySpan<byte> Span => utf8;

    public static HtmlBytes Of(IHtmlContent part)
    {
        using var html = new HtmlWriter();
        part.WriteTo(html, WordingHtml.Encoder);
        return new(html.ToArray());
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (writer is HtmlWriter html)
        {
            html.Write(utf8);
        }
        else
        {
            writer.Write(Encoding.UTF8.GetString(utf8));
        }
    }
}
