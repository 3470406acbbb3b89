using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CohortCourses.Web.Shared;

namespace CohortCourses.Web.Mail;

/// <summary>A mail as HTML: one column, styles on the elements because mail programs take no other, nothing that loads from anywhere.</summary>
internal static class HtmlMail
{
    private const string Muted = "color:#5a6273;font-size:14px;margin:0";

    private static readonly HtmlEncoder Encoder = WordingHtml.Encoder;

    public static string Write(MailText mail)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{mail.Language.Tag}" dir="{mail.Language.Dir}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(mail.Subject)}</title></head>
            <body dir="{mail.Language.Dir}" style="margin:0;padding:16px;background:#faf8f4;color:#1c2230;font:16px/1.6 system-ui,'Noto Sans','Noto Sans Arabic',sans-serif">
            <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border:1px solid #e3ded4;border-radius:10px">

            """);
        foreach (var lead in mail.Lead)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 16px\" dir=\"auto\">{Encode(lead)}</p>\n");
        }

        foreach (var part in mail.Parts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:18px;line-height:1.3;margin:24px 0 8px\"><bdi>{Encode(part.Heading)}</bdi></h2>\n");
            foreach (var line in part.Lines)
            {
                Add(html, line);
            }
        }

        if (mail.Action is { } action)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:24px 0\"><a href=\"{Encode(action.Address.AbsoluteUri)}\" style=\"display:inline-block;padding:12px 20px;border-radius:8px;background:#0a6b66;color:#fff;font-weight:600;text-decoration:none\">{Encode(action.Label)}</a></p>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<p style=\"{Muted};margin-top:24px;padding-top:16px;border-top:1px solid #e3ded4\">{Encode(mail.Why)}");
        if (mail.Stop is { } stop)
        {
            html.Append(CultureInfo.InvariantCulture, $"<br><a href=\"{Encode(stop.Address.AbsoluteUri)}\" style=\"color:#0a6b66\">{Encode(stop.Label)}</a>");
        }

        return html.Append("</p>\n</div>\n</body>\n</html>\n").ToString();
    }

    private static void Add(StringBuilder html, MailLine line)
    {
        var text = Encode(line.Text).Replace("\n", "<br>", StringComparison.Ordinal);
        html.Append("<div style=\"margin:0 0 12px\"><p style=\"margin:0\" dir=\"auto\">");
        html.Append(line.Link is { } link ? $"<a href=\"{Encode(link.AbsoluteUri)}\" style=\"color:#0a6b66\">{text}</a>" : text);
        html.Append("</p>");
        html.Append(line.Note is { } note ? $"<p style=\"{Muted}\">{Encode(note)}</p></div>\n" : "</div>\n");
    }

    /// <summary>Line breaks stay what they are, so that they can be shown.</summary>
    private static string Encode(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Encoder.Encode));
}
