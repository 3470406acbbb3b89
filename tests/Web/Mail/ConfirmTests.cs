using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>Nothing but one question goes to an address before its owner said yes.</summary>
public sealed class ConfirmTests
{
    private const string Preferences = "main form:not([action])";

    [Fact]
    public async Task Address_WhenNamed_IsAskedFirst_AndConfirmedByTheButtonNotByOpeningTheLink()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");

        var saved = await amina.SubmitAsync("/me", Preferences, ("mail", "amina@example.org"));
        await pilot.RoundAsync();
        var question = Assert.Single(pilot.Written()).Value;

        Assert.Contains("Not confirmed yet", saved.Text, StringComparison.Ordinal);
        Assert.Equal(("amina@example.org", "Is this your mail address?"), (question.To, question.Subject));
        Assert.False(question.Headers.ContainsKey("List-Unsubscribe"));

        // On another device, where nobody is signed in.
        var phone = pilot.Visit();
        var opened = await phone.GetAsync(question.Links[0].PathAndQuery);
        Assert.Contains("amina@example.org", opened.Text, StringComparison.Ordinal);
        Assert.Null((await pilot.Grains.Mailbox(amina.Learner).Get())!.ConfirmedAt);

        var confirmed = await phone.SubmitAsync(opened, "main form");
        Assert.Contains("This address is confirmed", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("Confirmed", (await amina.GetAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await phone.SubmitAsync(opened, "main form")).Status);
    }

    [Fact]
    public async Task Link_WhenOldOrOfAnAddressThatWasReplacedOrMadeUp_ConfirmsNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        await amina.SubmitAsync("/me", Preferences, ("mail", "first@example.org"));
        await pilot.RoundAsync();
        var first = Assert.Single(pilot.Written()).Value.Links[0].PathAndQuery;
        await amina.SubmitAsync("/me", Preferences, ("mail", "second@example.org"));
        await pilot.RoundAsync();
        var second = pilot.Written().Values.Single(mail => mail.To == "second@example.org").Links[0].PathAndQuery;

        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().GetAsync("/mail/confirm/made-up")).Status);
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(4));
        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().GetAsync(second)).Status);
        Assert.Null((await pilot.Grains.Mailbox(amina.Learner).Get())!.ConfirmedAt);
    }

    [Fact]
    public async Task Link_WhenAskedForAgain_IsSentOncePerForm_AndNotMoreThanFiveTimesAnHour()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        var page = await amina.SubmitAsync("/me", Preferences, ("mail", "amina@example.org"));

        await amina.SubmitAsync(page, "form[action$='handler=link']");
        await amina.SubmitAsync(page, "form[action$='handler=link']");
        await pilot.RoundAsync();
        Assert.Equal(2, pilot.Written().Count);

        await amina.SubmitAsync("/me", "form[action$='handler=link']");
        await amina.SubmitAsync("/me", "form[action$='handler=link']");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await amina.SubmitAsync("/me", "form[action$='handler=link']")).Status);
    }

    [Fact]
    public async Task Address_WhenTakenAway_GetsNoMore()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        await amina.SubmitAsync("/me", Preferences, ("mail", "amina@example.org"));
        await pilot.ConfirmAsync(amina, "amina@example.org");
        await pilot.RoundAsync();

        await amina.SubmitAsync("/me", Preferences, ("mail", ""));

        Assert.Null(await pilot.Grains.Mailbox(amina.Learner).Get());
        await pilot.MakeNewsAsync();
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(7));
        await pilot.RoundAsync();
        Assert.DoesNotContain(pilot.Written().Keys, name => name.Contains("digest", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Join_WithAnAddress_AsksThereAtOnceAndOnce()
    {
        await using var pilot = await TestPilot.StartAsync(new(2027, 2, 1, 22, 0, 0, TimeSpan.Zero)); // at night: they wait for it
        await pilot.CohortAsync("spring");
        var visitor = pilot.Visit();

        await visitor.SubmitAsync(
            $"/join/{await pilot.InviteAsync("spring")}", "main form",
            ("name", "amina"), ("passphrase", "three kind otters"), ("handle", "Amina"), ("language", "fr"), ("zone", "Africa/Nairobi"), ("mail", "amina@example.org"));
        await pilot.RoundAsync();

        Assert.Equal("Cette adresse est-elle la vôtre ?", Assert.Single(pilot.Written()).Value.Subject);
    }
}
