using System.Net;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Storage;
using CohortCourses.Tests.Web.Mail;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;
using CohortCourses.Web.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.People;

public sealed class ForgottenTests
{
    private const string Make = "form[action$='handler=passphrase']";
    private const string Form = "main form";
    private const string Before = "three kind otters";
    private const string After = "seven slow herons";

    [Fact]
    public async Task Link_WithTheSignInName_SetsAnotherPassphraseOnce_AndEndsEverySession()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (amina, link) = await AskedAsync(pilot);
        var elsewhere = pilot.Visit();

        var done = await elsewhere.SubmitAsync(link, Form, ("name", " AMINA@example.org "), ("passphrase", After));

        Assert.Equal("/me", done.Path);
        Assert.Contains("new passphrase", done.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await amina.GetAsync("/me")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SignInAsync(pilot, Before)).Status);
        Assert.Equal("/c/spring", (await SignInAsync(pilot, After)).Path);
        var again = await pilot.Visit().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Null(again.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task Link_SentFromTwoBrowsersAtOnce_IsUsedByOne()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (_, link) = await AskedAsync(pilot);
        var visitors = Enumerable.Range(0, 4).Select(_ => pilot.Visit()).ToList();
        var pages = await Task.WhenAll(visitors.Select(visitor => visitor.GetAsync(link)));

        var answers = await Task.WhenAll(visitors.Zip(pages, (visitor, page) => visitor.SubmitAsync(page, Form, ("name", "amina@example.org"), ("passphrase", After))));

        Assert.Single(answers, answer => answer.Path == "/me");
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Gone));
    }

    [Fact]
    public async Task Link_WithAnotherName_SaysTheSameForOneThatExists_AndMakesWaitAfterFiveTries()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (_, link) = await AskedAsync(pilot);
        await pilot.AccountAsync("kenji", Before);
        var visitor = pilot.Visit();

        var others = await visitor.SubmitAsync(link, Form, ("name", "kenji"), ("passphrase", After));
        var nobodys = await visitor.SubmitAsync(link, Form, ("name", "nobody"), ("passphrase", After));

        Assert.Equal((HttpStatusCode.Conflict, others.Problems), (nobodys.Status, nobodys.Problems));
        Assert.Equal("kenji", others.Value("name"));
        for (var tries = 2; tries < Throttles.MostTries; tries++)
        {
            await visitor.SubmitAsync(link, Form, ("name", "nobody"), ("passphrase", After));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.SubmitAsync(link, Form, ("name", "amina@example.org"), ("passphrase", After))).Status);
        pilot.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("/me", (await visitor.SubmitAsync(link, Form, ("name", "amina@example.org"), ("passphrase", After))).Path);
    }

    [Fact]
    public async Task Link_WhenTooWeakAPassphraseIsTyped_StaysInForce()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (_, link) = await AskedAsync(pilot);
        var visitor = pilot.Visit();

        var weak = await visitor.SubmitAsync(link, Form, ("name", "amina@example.org"), ("passphrase", "short"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.Status);
        Assert.Contains("at least 10", weak.Problems, StringComparison.Ordinal);
        Assert.Equal("/me", (await visitor.SubmitAsync(weak, Form, ("passphrase", After))).Path);
    }

    [Fact]
    public async Task Link_ThatEnded_WasReplacedOrWasGuessed_AnswersTheSame()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (amina, first) = await AskedAsync(pilot);
        var omar = await pilot.SignInAsync((await pilot.Grains.Account("OMAR").Get())!);
        var second = LinkOf(await omar.SubmitAsync(PageOf(amina), Make));

        var replaced = await pilot.Visit().GetAsync(first);
        var guessed = await pilot.Visit().GetAsync($"/passphrase/{amina.Learner}/{Secrets.Make()}");
        var nobodys = await pilot.Visit().GetAsync($"/passphrase/{Guid.NewGuid():N}/{Secrets.Make()}");
        var nonsense = await pilot.Visit().GetAsync("/passphrase/amina/1");
        Assert.Equal(HttpStatusCode.OK, (await pilot.Visit().GetAsync(second)).Status);
        pilot.Clock.Advance(PassphraseLinks.Life);
        var ended = await pilot.Visit().GetAsync(second);

        Assert.All([replaced, guessed, nobodys, nonsense, ended], page => Assert.Equal((HttpStatusCode.Gone, replaced.Text), (page.Status, page.Text)));
    }

    [Fact]
    public async Task Link_LiftsTheWaitAfterWrongTries()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (_, link) = await AskedAsync(pilot);
        for (var tries = 0; tries <= Throttles.MostTries; tries++)
        {
            await SignInAsync(pilot, "not this one at all");
        }

        await pilot.Visit().SubmitAsync(link, Form, ("name", "amina@example.org"), ("passphrase", After));

        Assert.Equal("/c/spring", (await SignInAsync(pilot, After)).Path);
    }

    [Fact]
    public async Task Making_IsTheOrganisersAlone_AndTheTokenIsKeptNowhere()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (amina, link) = await AskedAsync(pilot);
        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        var token = (await ines.GetAsync(PageOf(amina))).Value("__RequestVerificationToken")!;

        Assert.Null((await ines.GetAsync(PageOf(amina))).Document.QuerySelector(Make));
        Assert.Equal(HttpStatusCode.Forbidden, (await ines.PostAsync($"{PageOf(amina)}?handler=passphrase", ("__RequestVerificationToken", token))).Status);
        var kept = await pilot.Services.GetRequiredService<IDocumentStore>().ReadAsync("passphrase-link", amina.Learner, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(link.Split('/')[^1], Encoding.UTF8.GetString(kept!.Body.Span), StringComparison.Ordinal);
        Assert.DoesNotContain(pilot.Answers, answer => answer.By?.SignInName == "omar" && answer.Body.Contains("amina@example.org", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Nobody hands the organiser a link, so the machine that it runs on does.</summary>
    [Fact]
    public async Task OrganiserLink_LetsTheOrganiserInAgain()
    {
        await using var pilot = await TestPilot.StartAsync();
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        Assert.Equal(1, await OrganiserCommand.MakeAsync(pilot.Grains, pilot.Clock, output, errors));
        Assert.Contains("no organiser yet", errors.ToString(), StringComparison.Ordinal);
        await pilot.OrganiserAsync("omar@example.org", Before);

        Assert.Equal(0, await OrganiserCommand.MakeAsync(pilot.Grains, pilot.Clock, output, errors));

        var link = output.ToString().Trim().Split(' ')[^1];
        var done = await pilot.Visit().SubmitAsync(link, Form, ("name", "omar@example.org"), ("passphrase", After));
        Assert.Equal("/me", done.Path);
        Assert.DoesNotContain("omar@example.org", output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Whoever did not ask for the link is the first who should know of it. Mail about safety asks nobody's preferences, the night or a pause.</summary>
    [Fact]
    public async Task Making_IsToldByMailToTheAccountsAddress_OnceALinkAndWithoutIt()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring", preferences: new("fr", "Africa/Nairobi", Mail: false));
        await pilot.ConfirmAsync(amina, "amina@example.org");
        var kenji = await pilot.JoinAsync("kenji", "spring");
        await pilot.Grains.Mailbox(kenji.Learner).Name("kenji@example.org");
        var omar = await pilot.OrganiserAsync();
        pilot.Clock.Advance(TimeSpan.FromHours(18));
        await omar.SubmitAsync(PageOf(kenji), Make);
        var form = await omar.GetAsync(PageOf(amina));

        var made = await omar.SubmitAsync(form, Make);
        await omar.SubmitAsync(form, Make);
        await pilot.RoundAsync();

        var mail = Assert.Single(pilot.Written()).Value;
        Assert.Equal(("amina@example.org", "Un lien a été créé pour changer la phrase secrète de votre compte"), (mail.To, mail.Subject));
        Assert.DoesNotContain(LinkOf(made).Split('/')[^1], mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Links, link => link.AbsolutePath.StartsWith("/passphrase", StringComparison.Ordinal) || link.AbsolutePath.StartsWith("/mail/stop", StringComparison.Ordinal));
    }

    private static string PageOf(Visitor person) => $"/c/spring/manage/people/{person.Learner}";

    private static string LinkOf(PageView page) => new Uri(page.Value("link")!).AbsolutePath;

    private static Task<PageView> SignInAsync(TestPilot pilot, string passphrase) =>
        pilot.Visit().SubmitAsync("/sign-in", "form.form", ("name", "amina@example.org"), ("passphrase", passphrase));

    /// <summary>Amina, who is signed in on one device, and the link that the organiser made for her.</summary>
    private static async Task<(Visitor Amina, string Link)> AskedAsync(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina@example.org", "spring", handle: "Sun bird", passphrase: Before);
        var omar = await pilot.OrganiserAsync();
        return (amina, LinkOf(await omar.SubmitAsync(PageOf(amina), Make)));
    }
}
