using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CohortCourses.Contracts.Mail;
using CohortCourses.Web.People;

namespace CohortCourses.Web.Mail;

/// <summary>A letter that is written and addressed. It exists only while it is handed over.</summary>
public sealed record Parcel(LetterView Letter, string Address, MailText Text)
{
    /// <summary>The same for every try of the same letter, so that a mail program that gets it twice can tell.</summary>
    public string Id => Secrets.Hash(Letter.Id)[..32];

    public MailMessage ToMessage(MailOptions options, string sender)
    {
        var from = new MailAddress(options.From, sender);
        var message = new MailMessage { From = from, Subject = PlainMail.Flat(Text.Subject), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        message.To.Add(new MailAddress(Address));
        message.Headers.Add("Message-ID", $"<{Id}@{from.Host}>");
        message.Headers.Add("Content-Language", Text.Language.Tag);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no "I am on holiday" comes back
        if (Text.Stop is { } stop)
        {
            message.Headers.Add("List-Unsubscribe", $"<{stop.Address.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        }

        message.AlternateViews.Add(View(PlainMail.Write(Text), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(HtmlMail.Write(Text), MediaTypeNames.Text.Html));
        return message;
    }

    /// <remarks>Quoted-printable of the framework writes line breaks as characters; Base64 brings every text through as it is.</remarks>
    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
