using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>What the organiser sees of mail, and can do about it.</summary>
public sealed class OutboxPageTests
{
    [Fact]
    public async Task Page_WithoutAServer_SaysWhereMailIsWrittenAndWhatToSet()
    {
        await using var pilot = await TestPilot.StartAsync();
        var omar = await pilot.OrganiserAsync();

        var page = await omar.GetAsync("/organise/mail");

        Assert.Contains("No mail server is set", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mail:Server", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing: all mail went its way", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await omar.GetAsync("/organise")).Document.QuerySelector("a[href='/organise/mail']"));
    }

    [Fact]
    public async Task Page_OfWhatWasCutOff_SaysSoWithoutAnAddress_AndSendsItAgainOnceWhenPressed()
    {
        await using var server = new MailServer();
        server.Answers["."] = "";
        await using var pilot = await TestPilot.StartAsync(mail: server.Options);
        var omar = await pilot.OrganiserAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring", handle: "Blue Bird");
        await amina.SubmitAsync("/me", "main form:not([action])", ("mail", "amina@example.org"));
        await pilot.RoundAsync();

        var page = await omar.GetAsync("/organise/mail");
        Assert.Contains("Blue Bird", page.Text, StringComparison.Ordinal);
        Assert.Contains("It may have arrived or not", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("amina@example.org", page.Html, StringComparison.Ordinal);

        server.Answers.Clear();
        Assert.Contains("tried once more", (await omar.SubmitAsync(page, "form[action$='handler=again']")).Text, StringComparison.Ordinal);
        await omar.SubmitAsync(page, "form[action$='handler=again']");
        await pilot.RoundAsync();

        Assert.Equal(2, server.Accepted.Count);
        Assert.Single(server.Accepted.Select(mail => mail.Headers["Message-ID"]).Distinct()); // so that a mail program can tell
        Assert.Contains("1 was sent", (await omar.GetAsync("/organise/mail")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfWhatFailed_SaysWhyInPlainWords_AndLeavesItWhenPressed()
    {
        await using var server = new MailServer();
        server.Answers["RCPT"] = "550 no amina@example.org here";
        await using var pilot = await TestPilot.StartAsync(mail: server.Options);
        var omar = await pilot.OrganiserAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        await amina.SubmitAsync("/me", "main form:not([action])", ("mail", "amina@example.org"));
        await pilot.RoundAsync();

        var page = await omar.GetAsync("/organise/mail");
        Assert.Contains("The mail server knows no such address", page.Text, StringComparison.Ordinal);
        Assert.Contains("550", page.Text, StringComparison.Ordinal);

        await omar.SubmitAsync(page, "form[action$='handler=leave']");
        var after = await omar.SubmitAsync(page, "form[action$='handler=leave']");
        Assert.Contains("Nothing: all mail went its way", after.Text, StringComparison.Ordinal);
        Assert.Equal(LetterStatus.Dropped, (await pilot.LetterAsync(amina)).Status);
    }

    [Fact]
    public async Task Again_ForALetterThatIsGone_IsRefusedInWords()
    {
        await using var pilot = await TestPilot.StartAsync();
        var omar = await pilot.OrganiserAsync();
        var page = await omar.GetAsync("/me"); // for the token of a form

        var token = page.Value("__RequestVerificationToken")!;
        var refused = await omar.PostAsync("/organise/mail?handler=again", ("__RequestVerificationToken", token), ("learner", "nobody"), ("letter", "none"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("not in the outbox any more", refused.Problems, StringComparison.Ordinal);
    }
}
