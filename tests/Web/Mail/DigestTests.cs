using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Mail;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Mail;

public sealed class DigestTests
{
    private static readonly PreferencesView Daily = new("en", "Africa/Nairobi", Mail: true, DigestRhythm.Daily);

    [Fact]
    public async Task Digest_OfAWeek_TellsOnMondayMorningWhatIsNew_AndNothingTwice()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinWithMailAsync("amina");
        await pilot.MakeNewsAsync("Our call is on <b>Thursday</b>.\nBring tea.");
        await pilot.RoundAsync();
        Assert.Empty(pilot.Written());

        pilot.Clock.JumpTo(TestPilot.Start.AddDays(7)); // nine in the morning in Nairobi, and the first week opens
        await pilot.RoundAsync();
        await pilot.RoundAsync();
        var (name, digest) = Assert.Single(pilot.Written());

        Assert.StartsWith("20270208-0600-digest-", name, StringComparison.Ordinal);
        Assert.Equal(("amina@example.org", "2 new things in Spring"), (digest.To, digest.Subject));
        Assert.Contains("Bring tea.", digest.Text, StringComparison.Ordinal);
        Assert.Contains("/c/spring/week/1", digest.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Thursday&lt;/b&gt;", digest.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", digest.Html, StringComparison.Ordinal);
        Assert.Equal(("auto-generated", "List-Unsubscribe=One-Click"), (digest.Headers["Auto-Submitted"], digest.Headers["List-Unsubscribe-Post"]));

        await pilot.MakeNewsAsync("A second one.");
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(14));
        await pilot.RoundAsync();
        var next = pilot.Written().OrderBy(mail => mail.Key, StringComparer.Ordinal).Last().Value;
        Assert.Contains("A second one.", next.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bring tea.", next.Text, StringComparison.Ordinal);
        Assert.Equal(2, pilot.Written().Count);
        Assert.Equal(amina.Learner, (await pilot.Grains.Outbox(amina.Learner).Of(amina.Learner))[0].Learner);
    }

    [Fact]
    public async Task Digest_WithNothingNew_IsNotSent()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinWithMailAsync("amina", preferences: Daily);

        pilot.Clock.JumpTo(TestPilot.Start.AddDays(1));
        await pilot.RoundAsync();

        Assert.Empty(pilot.Written());
        Assert.Equal((LetterStatus.Dropped, "nothing-new"), await pilot.LetterAsync(amina) is var letter ? (letter.Status, letter.Reason) : default);
    }

    [Fact]
    public async Task Digest_AtNight_WaitsForTheMorning()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.JoinWithMailAsync("kenji", preferences: Daily with { Zone = "Asia/Tokyo" });
        await pilot.MakeNewsAsync();

        pilot.Clock.JumpTo(new(2027, 2, 1, 22, 44, 0, TimeSpan.Zero)); // 7:44 in Tokyo
        await pilot.RoundAsync();
        Assert.Empty(pilot.Written());

        pilot.Clock.JumpTo(new(2027, 2, 1, 23, 0, 0, TimeSpan.Zero));
        await pilot.RoundAsync();
        Assert.Equal("kenji@example.org", Assert.Single(pilot.Written()).Value.To);
    }

    [Fact]
    public async Task Digest_InArabic_IsWrittenFromRightToLeftWithItsOwnPlurals()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.JoinWithMailAsync("maryam", preferences: Daily with { Language = "ar", Zone = "Africa/Cairo" }, handle: "مريم");
        await pilot.MakeNewsAsync();
        await pilot.MakeNewsAsync("And on Friday.");

        pilot.Clock.JumpTo(TestPilot.Start.AddDays(1));
        await pilot.RoundAsync();
        var digest = Assert.Single(pilot.Written()).Value;

        Assert.Equal("أمران جديدان في Spring", digest.Subject);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", digest.Html, StringComparison.Ordinal);
        Assert.Contains("مريم", digest.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("no mail")]
    [InlineData("never")]
    [InlineData("unconfirmed")]
    [InlineData("erased")]
    [InlineData("left")]
    public async Task Digest_ForWhoDoesNotWantIt_IsNotSent_AlsoIfItWaitsAlready(string why)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinWithMailAsync("amina", preferences: Daily);
        await pilot.MakeNewsAsync();
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(1));
        var learner = pilot.Grains.Learner(amina.Learner);
        await pilot.Grains.Outbox(amina.Learner).QueueDigest(amina.Learner, DigestRhythm.Daily, "Africa/Nairobi", TestPilot.Start);

        var outcome = why switch
        {
            "pause" => await learner.Pause("spring"),
            "no mail" => await learner.Prefer(Daily with { Mail = false }),
            "never" => await learner.Prefer(Daily with { Digest = DigestRhythm.Never }),
            "unconfirmed" => await pilot.Grains.Mailbox(amina.Learner).Name("other@example.org"),
            "left" => await learner.Leave("spring"),
            _ => await EraseAsync(pilot, amina),
        };
        Assert.True(outcome.Accepted);
        await pilot.RoundAsync();

        Assert.Empty(pilot.Written());
        Assert.DoesNotContain(await pilot.Grains.Outbox(amina.Learner).Of(amina.Learner), letter => letter.Status == LetterStatus.Waiting);
    }

    [Fact]
    public async Task Erasing_TakesTheMailThatWasWrittenAlongAndEverythingThatWasKeptOfIt()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinWithMailAsync("amina", preferences: Daily);
        await pilot.JoinWithMailAsync("kenji", preferences: Daily);
        await pilot.MakeNewsAsync();
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(1));
        await pilot.RoundAsync();
        Assert.Equal(2, pilot.Written().Count);

        await EraseAsync(pilot, amina);

        Assert.Equal("kenji@example.org", Assert.Single(pilot.Written()).Value.To);
        Assert.Empty(await pilot.Grains.Outbox(amina.Learner).Of(amina.Learner));
        Assert.Null(await pilot.Grains.Mailbox(amina.Learner).Get());
    }

    [Fact]
    public async Task Preferences_WhenSaved_SayHowOftenAndWhetherMentionsComeAtOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");

        var page = await amina.SubmitAsync("/me", "main form:not([action])", ("digest", "Daily"), ("mentions", "false"), ("wantsMail", "true"));
        Assert.Equal("Daily", page.Value("digest"));
        Assert.Equal(DigestRhythm.Daily, (await pilot.Grains.Learner(amina.Learner).Get())!.Preferences.Digest);
    }

    private static async Task<Outcome> EraseAsync(TestPilot pilot, Visitor visitor)
    {
        await visitor.SubmitAsync("/me/erase", "main form");
        Assert.Null(await pilot.Grains.Learner(visitor.Learner).Get());
        return Outcome.Ok;
    }
}
