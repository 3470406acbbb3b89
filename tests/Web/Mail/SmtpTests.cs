using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Mail;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>Against a server that really speaks SMTP, with everything that can go wrong on the way.</summary>
public sealed class SmtpTests
{
    [Fact]
    public async Task Mail_ArrivesWholeInItsLanguage_WithALinkToTheSite()
    {
        await using var server = new MailServer();
        await using var pilot = await TestPilot.StartAsync(mail: server.Options);
        await AskAsync(pilot, "fr");

        var mail = await server.NextAsync();

        Assert.Equal(("amina@example.org", "Cette adresse est-elle la vôtre ?", "fr"), (mail.To, mail.Subject, mail.Headers["Content-Language"]));
        Assert.Contains("courses@example.org", mail.Headers["From"], StringComparison.Ordinal);
        Assert.StartsWith("https://courses.example.org/mail/confirm/", mail.Links[0].AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(mail.Links[0].AbsoluteUri, mail.Html, StringComparison.Ordinal);
        await pilot.RoundAsync(); // the round that sent it has ended then, and has noted so
        Assert.Equal((LetterStatus.Sent, 1), await EndedAsync(pilot));
    }

    [Theory]
    [InlineData("RCPT", "550 nobody here", LetterStatus.Failed, "address 550")]
    [InlineData(".", "554 spam", LetterStatus.Failed, "refused 554")]
    [InlineData("RCPT", "450 come back", LetterStatus.Waiting, "busy 450")]
    [InlineData(".", "451 not now", LetterStatus.Waiting, "busy 451")]
    [InlineData("MAIL", "530 sign in first", LetterStatus.Waiting, "sign-in 530")]
    [InlineData("EHLO", "", LetterStatus.Waiting, "unreachable")]
    [InlineData("RCPT", "", LetterStatus.Waiting, "unreachable")]
    [InlineData("DATA", "", LetterStatus.Waiting, "unreachable")]
    [InlineData(".", "", LetterStatus.Unknown, "cut-off")]
    public async Task Mail_ThatTheServerDoesNotTake_IsTriedAgainUnlessItMayHaveArrived(string word, string answer, LetterStatus status, string reason)
    {
        await using var server = new MailServer();
        server.Answers[word] = answer;
        await using var pilot = await TestPilot.StartAsync(mail: server.Options);
        var amina = await AskAsync(pilot);
        await pilot.RoundAsync();
        Assert.Equal((status, reason), await LetterAsync(pilot) is var letter ? (letter.Status, letter.Reason) : default);

        server.Answers.Clear();
        pilot.Clock.Advance(TimeSpan.FromHours(1));
        await pilot.RoundAsync();

        Assert.Equal(status == LetterStatus.Waiting ? (LetterStatus.Sent, 2) : (status, 1), await EndedAsync(pilot));
        Assert.Equal(status == LetterStatus.Failed ? 0 : 1, server.Accepted.Count);
    }

    [Fact]
    public async Task Mail_WhenNoServerListens_WaitsLongerAndLonger_AndArrivesWhenOneDoes()
    {
        await using var server = new MailServer();
        server.Answers["EHLO"] = "";
        await using var pilot = await TestPilot.StartAsync(mail: server.Options);
        await AskAsync(pilot);
        await pilot.RoundAsync();
        foreach (var wait in new[] { 1, 5, 30 })
        {
            Assert.Equal(pilot.Clock.Now.AddMinutes(wait), (await LetterAsync(pilot)).NotBefore);
            pilot.Clock.Advance(TimeSpan.FromMinutes(wait));
            await pilot.RoundAsync();
        }

        server.Answers.Clear();
        pilot.Clock.Advance(TimeSpan.FromHours(2));
        await pilot.RoundAsync();
        Assert.Equal((LetterStatus.Sent, 5), await EndedAsync(pilot));
    }

    [Theory]
    [InlineData("secret", LetterStatus.Sent, null)]
    [InlineData("wrong", LetterStatus.Waiting, "sign-in 530")]
    public async Task User_IsSignedIn_OrToldThatThePasswordIsWrong(string password, LetterStatus status, string? reason)
    {
        await using var server = new MailServer { User = ("courses", "secret") };
        await using var pilot = await TestPilot.StartAsync(mail: server.Options with { User = "courses", Password = password });
        await AskAsync(pilot);
        await pilot.RoundAsync();

        Assert.Equal((status, reason), await LetterAsync(pilot) is var letter ? (letter.Status, letter.Reason) : default);
    }

    [Fact]
    public async Task Line_IsEncrypted_OrNothingIsSaidAtAll()
    {
        using var known = Certificate("known.test");
        using var strange = Certificate("strange.test");
#pragma warning disable SYSLIB0014, MA0039 // what the mail client of the framework asks about certificates
        System.Net.ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || certificate?.Subject == "CN=known.test";
#pragma warning restore SYSLIB0014, MA0039

        Assert.Equal((LetterStatus.Sent, null, 1), await TryAsync(known));
        Assert.Equal((LetterStatus.Waiting, "insecure", 0), await TryAsync(strange));
        Assert.Equal((LetterStatus.Waiting, "insecure", 0), await TryAsync(certificate: null));
    }

    private static async Task<(LetterStatus Status, string? Reason, int Accepted)> TryAsync(X509Certificate2? certificate)
    {
        await using var server = new MailServer(certificate);
        await using var pilot = await TestPilot.StartAsync(mail: server.Options with { Security = MailSecurity.StartTls });
        await AskAsync(pilot);
        await pilot.RoundAsync();
        var letter = await LetterAsync(pilot);
        return (letter.Status, letter.Reason, server.Accepted.Count);
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(TestPilot.Start.AddYears(-2), TestPilot.Start.AddYears(9));
    }

    /// <summary>Has one person asked whether an address is theirs.</summary>
    private static async Task<Visitor> AskAsync(TestPilot pilot, string language = "en")
    {
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring", preferences: TestPilot.Preferences with { Language = language });
        await amina.SubmitAsync("/me", "main form:not([action])", ("mail", "amina@example.org"));
        return amina;
    }

    private static async Task<LetterView> LetterAsync(TestPilot pilot)
    {
        var learner = Assert.Single(await pilot.Grains.Cohort("spring").Roster()).Learner;
        return Assert.Single(await pilot.Grains.Outbox(learner).Of(learner));
    }

    private static async Task<(LetterStatus Status, int Tries)> EndedAsync(TestPilot pilot) => await LetterAsync(pilot) is var letter ? (letter.Status, letter.Tries) : default;
}
