using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Tests.Web.Startup;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>The real program, killed at the worst moment: the server has the whole mail and has not answered yet.</summary>
public sealed class KilledTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Mail_WhenTheProcessIsKilledWhileHandingItOver_IsNotSentTwice_AndTheNextOneGoesOut()
    {
        await using var server = new MailServer();
        server.Answers["."] = "silence";
        using var browser = new HttpClient();
        await using (var killed = Start(server))
        {
            var setup = (await killed.LineAsync("http://")).Trim();
            await SubmitAsync(browser, new(setup), "main form", ("name", "omar"), ("passphrase", "three kind otters"), ("zone", "Africa/Cairo"), ("mail", "omar@example.org"));
            await server.SilentAsync();
            await killed.KillAsync();
        }

        server.Answers.Clear();
        await using var again = Start(server);
        var site = new Uri((await again.LineAsync("CohortCourses is at")).Split(' ')[^1]);
        await SubmitAsync(browser, new(site, "/me"), "form[action$='handler=link']");
        var next = await server.NextAsync();
        var page = await browser.GetStringAsync(new Uri(site, "/organise/mail"), TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Accepted.Count);
        Assert.Equal(next, server.Accepted.Last());
        Assert.Equal(2, server.Accepted.Select(mail => mail.Headers["Message-ID"]).Distinct().Count());
        Assert.Contains("Under way", page, StringComparison.Ordinal);
    }

    private ProgramProcess Start(MailServer server)
    {
        var settings = new Dictionary<string, string>
        {
            ["Mail__Server"] = server.Options.Server!,
            ["Mail__Port"] = server.Options.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail__From"] = server.Options.From,
            ["Mail__Site"] = server.Options.Site!.AbsoluteUri,
            ["Mail__Security"] = "None",
        };
        return ProgramProcess.Start(folder.FullPath, settings, "--urls", "http://127.0.0.1:0", "--content", ProgramProcess.Content);
    }

    private static async Task SubmitAsync(HttpClient browser, Uri page, string form, params (string Name, string Value)[] typed)
    {
        var html = await browser.GetStringAsync(page, TestContext.Current.CancellationToken);
        using var document = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        var filled = Form.Fill(Assert.IsType<IHtmlFormElement>(document.QuerySelector(form), exactMatch: false), typed);
        using var fields = new FormUrlEncodedContent(filled.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await browser.PostAsync(new Uri(page, filled.Action), fields, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{page}: {answer.StatusCode}");
    }
}
