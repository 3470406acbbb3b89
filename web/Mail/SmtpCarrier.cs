using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using CohortCourses.Contracts.Mail;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Mail;

/// <summary>
/// Hands mail to a server. SMTP cannot be exactly once: if the line breaks after the text was handed over and before the server
/// has answered, nobody knows. That instant, and no other, is reported as unknown.
/// </summary>
internal sealed class SmtpCarrier(MailOptions options, TextCatalog texts) : IMailCarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<Delivery> CarryAsync(Parcel parcel, CancellationToken stop)
    {
        using var message = parcel.ToMessage(options, new Words(texts, parcel.Text.Language)["brand"]);
        using var client = new SmtpClient(options.Server, options.Port)
        {
            EnableSsl = options.Security == MailSecurity.StartTls,
            Credentials = options.User is null ? null : new NetworkCredential(options.User, options.Password),
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return Delivery.Sent;
        }
        catch (Exception error) when (error is SmtpException or OperationCanceledException or IOException or AuthenticationException)
        {
            return Judge(error, WasHandedOver(message));
        }
    }

    public void Forget(string learner)
    {
    }

    /// <summary>The client reads the text only once the server has asked for it.</summary>
    private static bool WasHandedOver(MailMessage message) => message.AlternateViews.Any(view => view.ContentStream.Position > 0);

    private static Delivery Judge(Exception error, bool handedOver) => error switch
    {
        SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } answered => JudgeAnswer((int)answered.StatusCode),
        _ when handedOver => new(DeliveryResult.Unknown, "cut-off"),
        AuthenticationException or SmtpException { InnerException: AuthenticationException or null } => new(DeliveryResult.Later, "insecure") { IsTheServersFault = true },
        _ => new(DeliveryResult.Later, "unreachable") { IsTheServersFault = true },
    };

    /// <summary>By RFC 5321: 4xx may work later, 5xx will not. Whoever is not let in can mend that, so it may work later as well.</summary>
    private static Delivery JudgeAnswer(int status)
    {
        var (result, reason) = status switch
        {
            530 or 534 or 535 or 538 => (DeliveryResult.Later, "sign-in"),
            < 500 => (DeliveryResult.Later, "busy"),
            550 or 551 or 553 => (DeliveryResult.Never, "address"),
            _ => (DeliveryResult.Never, "refused"),
        };
        return new(result, string.Create(CultureInfo.InvariantCulture, $"{reason} {status}")) { IsTheServersFault = reason == "sign-in" || status == 421 };
    }
}
