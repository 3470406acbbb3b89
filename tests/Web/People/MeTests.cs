using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.People;

namespace CohortCourses.Tests.Web.People;

public sealed class MeTests
{
    private const string Passphrase = "three kind otters";

    [Fact]
    public async Task Me_WhenNobodyIsSignedIn_AsksToSignIn()
    {
        await using var pilot = await TestPilot.StartAsync();

        Assert.Equal("/sign-in?return=%2Fme", (await pilot.Visit().GetAsync("/me")).Path);
    }

    [Fact]
    public async Task Preferences_WhenSaved_ChangeLanguageZoneAndMail()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");

        var page = await amina.SubmitAsync("/me", "main form:not([action])", ("language", "ar"), ("zone", "Asia/Tokyo"), ("mail", "amina@example.org"), ("wantsMail", "true"));

        Assert.Equal("/me", page.Path);
        Assert.Equal("rtl", page.Document.DocumentElement.GetAttribute("dir"));
        Assert.Equal("amina@example.org", page.Value("mail"));
        Assert.Equal(new("ar", "Asia/Tokyo", Mail: true), (await pilot.Grains.Learner(amina.Learner).Get())!.Preferences);
        Assert.NotNull(page.Document.QuerySelector("[role=status]"));
        Assert.Null((await amina.GetAsync("/me")).Document.QuerySelector("[role=status]"));
    }

    [Theory]
    [InlineData("language", "tlh")]
    [InlineData("zone", "Mars/Olympus")]
    [InlineData("mail", "amina@")]
    [InlineData("mail", "Amina <amina@example.org>")]
    public async Task Preferences_WithSomethingWrong_AreKeptInTheFormAndNotSaved(string field, string typed)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");

        var page = await amina.SubmitAsync("/me", "main form:not([action])", (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal($"#{field}", page.Document.QuerySelector(".validation-summary-errors a")?.GetAttribute("href"));
        Assert.Equal(TestPilot.Preferences, (await pilot.Grains.Learner(amina.Learner).Get())!.Preferences);
    }

    [Fact]
    public async Task SignOut_EndsThisSessionAlone()
    {
        await using var pilot = await TestPilot.StartAsync();
        var account = await pilot.AccountAsync("amina");
        var (phone, desk) = (await pilot.SignInAsync(account), await pilot.SignInAsync(account));

        await phone.SubmitAsync("/me", "form[action='/sign-out']");

        Assert.Equal("/sign-in?return=%2Fme", (await phone.GetAsync("/me")).Path);
        Assert.Equal("/me", (await desk.GetAsync("/me")).Path);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsTheOtherSessionAtOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        var account = await pilot.AccountAsync("amina");
        var (phone, desk) = (await pilot.SignInAsync(account), await pilot.SignInAsync(account));

        await phone.SubmitAsync("/me", "form[action*='everywhere']");

        Assert.Equal("/sign-in?return=%2Fme", (await desk.GetAsync("/me")).Path);
        Assert.Null(desk.Cookie("session"));
        Assert.Equal("/sign-in?return=%2Fme", (await phone.GetAsync("/me")).Path);
    }

    [Fact]
    public async Task Passphrase_WhenChanged_KeepsThisSessionAndEndsTheOthers()
    {
        await using var pilot = await TestPilot.StartAsync();
        var account = await pilot.AccountAsync("amina", Passphrase);
        var (phone, desk) = (await pilot.SignInAsync(account), await pilot.SignInAsync(account));

        var page = await phone.SubmitAsync("/me/passphrase", "main form", ("current", Passphrase), ("passphrase", "four calm herons"));

        Assert.Equal("/me", page.Path);
        Assert.Equal("/me", (await phone.GetAsync("/me")).Path);
        Assert.Equal("/sign-in?return=%2Fme", (await desk.GetAsync("/me")).Path);
        Assert.Equal(HttpStatusCode.Conflict, (await SignIn(pilot, Passphrase)).Status);
        Assert.Equal("/", (await SignIn(pilot, "four calm herons")).Path);
    }

    [Theory]
    [InlineData("not this one", "four calm herons", "#current")]
    [InlineData(Passphrase, "short", "#passphrase")]
    [InlineData(Passphrase, "amina-amina", "#passphrase")]
    public async Task Passphrase_WhenRefused_StaysAsItWas(string current, string next, string field)
    {
        await using var pilot = await TestPilot.StartAsync();
        var visitor = await pilot.SignInAsync(await pilot.AccountAsync("amina-amina", Passphrase));

        var page = await visitor.SubmitAsync("/me/passphrase", "main form", ("current", current), ("passphrase", next));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(field, page.Document.QuerySelector(".validation-summary-errors a")?.GetAttribute("href"));
        Assert.Equal("/me", (await visitor.GetAsync("/me")).Path);
    }

    private static Task<PageView> SignIn(TestPilot pilot, string passphrase) =>
        pilot.Visit().SubmitAsync("/sign-in", "form.form", ("name", "amina"), ("passphrase", passphrase));
}
