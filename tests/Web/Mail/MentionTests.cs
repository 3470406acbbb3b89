using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Mail;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>Mail about the discussion: mentions at once, the rest with the digest; only what is new to the person and still stands.</summary>
public sealed class MentionTests
{
    private static readonly PreferencesView Daily = new("en", "Africa/Nairobi", Mail: true, DigestRhythm.Daily);

    [Fact]
    public async Task Mention_ComesAtOnceAndOnce_WithTheWordsAndALinkToThePost()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (amina, kenji) = await TwoAsync(pilot);
        await pilot.RoundAsync();
        pilot.Clock.Advance(TimeSpan.FromSeconds(30));

        var thread = await BeginAsync(pilot, kenji, "Where to **begin**?");
        await SayAsync(pilot, kenji, thread, $"@{{{amina.Learner}}}, what do *you* <i>think</i>?");
        await pilot.RoundAsync();
        pilot.Clock.Advance(TimeSpan.FromMinutes(1));
        await pilot.RoundAsync();

        var mail = Assert.Single(pilot.Written()).Value;
        Assert.Equal(("amina@example.org", "Kenji mentioned you in “Where to **begin**?”"), (mail.To, mail.Subject));
        Assert.Contains("Amina", mail.Text, StringComparison.Ordinal);
        Assert.Contains("what do you <i>think</i>?", mail.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;think&lt;/i&gt;", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(amina.Learner, mail.Text + mail.Html, StringComparison.Ordinal);
        var page = await amina.GetAsync(mail.Links[0].PathAndQuery);
        Assert.NotNull(page.Document.QuerySelector(mail.Links[0].Fragment));

        // One click, and mentions come with the digest alone.
        await pilot.Visit().PostAsync(mail.Stop.PathAndQuery, ("List-Unsubscribe", "One-Click"));
        Assert.Equal((false, DigestRhythm.Daily), (await pilot.Grains.Learner(amina.Learner).Get())!.Preferences is var now ? (now.Mentions, now.Digest) : default);
    }

    [Fact]
    public async Task Mention_AfterARestart_IsNeitherLostNorSentTwice()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (amina, kenji) = await TwoAsync(pilot);
        var thread = await BeginAsync(pilot, kenji);
        await SayAsync(pilot, kenji, thread, $"First, @{{{amina.Learner}}}.");
        await pilot.RoundAsync();
        await SayAsync(pilot, kenji, thread, $"Second, @{{{amina.Learner}}}.");

        await pilot.RestartAsync(downFor: TimeSpan.FromHours(1));
        await pilot.RoundAsync();

        Assert.Equal(["First", "Second"], pilot.Written().Values.Select(mail => mail.Text.Contains("First", StringComparison.Ordinal) ? "First" : "Second").Order());
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("hidden")]
    [InlineData("read")]
    [InlineData("paused")]
    [InlineData("not wanted")]
    public async Task Mention_AtNight_IsNotSentInTheMorning_IfThereIsNothingToSayAnyMore(string why)
    {
        await using var pilot = await TestPilot.StartAsync(new(2027, 2, 1, 18, 0, 0, TimeSpan.Zero)); // nine in the evening in Nairobi
        var (amina, kenji) = await TwoAsync(pilot, Daily with { Digest = DigestRhythm.Never });
        var thread = await BeginAsync(pilot, kenji);
        var post = await SayAsync(pilot, kenji, thread, $"Hello @{{{amina.Learner}}}");
        await pilot.RoundAsync();
        Assert.Equal(LetterStatus.Waiting, (await pilot.LetterAsync(amina)).Status);

        var outcome = why switch
        {
            "withdrawn" => await pilot.Grains.Voice("spring", kenji.Learner).Withdraw(thread, post),
            "hidden" => await pilot.Grains.Thread("spring", thread).Judge(post, PostState.Hidden, "unkind"),
            "read" => await pilot.Grains.Voice("spring", amina.Learner).MarkRead(thread, 2),
            "paused" => await pilot.Grains.Learner(amina.Learner).Pause("spring"),
            _ => await pilot.Grains.Learner(amina.Learner).Prefer(Daily with { Digest = DigestRhythm.Never, Mentions = false }),
        };
        Assert.True(outcome.Accepted, outcome.Code);
        pilot.Clock.JumpTo(new(2027, 2, 2, 6, 0, 0, TimeSpan.Zero));
        await pilot.RoundAsync();

        Assert.Empty(pilot.Written());
        Assert.Equal(LetterStatus.Dropped, (await pilot.LetterAsync(amina)).Status);
    }

    [Fact]
    public async Task Mention_InWhatIsAskedInPrivate_OrOfOneself_OrOfWhoIsNotThere_SendsNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (amina, kenji) = await TwoAsync(pilot);
        await BeginAsync(pilot, kenji, text: $"About @{{{amina.Learner}}}", audience: Audience.Instructors);
        await BeginAsync(pilot, amina, text: $"I, @{{{amina.Learner}}} and @{{nobody}}");

        await pilot.RoundAsync();

        Assert.Empty(pilot.Written());
    }

    [Fact]
    public async Task Digest_TellsWhatIsNewToThePerson_AndAMentorWhatWaitsForAnAnswer()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (amina, kenji) = await TwoAsync(pilot, Daily with { Mentions = false });
        var maya = await pilot.JoinAsync("maya", "spring", CohortRole.Mentor, preferences: Daily);
        await pilot.ConfirmAsync(maya, "maya@example.org");
        pilot.Clock.Advance(TimeSpan.FromMinutes(1));
        var mine = await BeginAsync(pilot, amina, "What I wonder", ThreadKind.Question);
        await SayAsync(pilot, kenji, mine, "This is how.", replyTo: mine);
        await BeginAsync(pilot, kenji, "A walk along the river");
        var read = await BeginAsync(pilot, kenji, "Seen already");
        await pilot.Grains.Voice("spring", amina.Learner).MarkRead(read, 1);
        await SayAsync(pilot, kenji, mine, "And more of it.", replyTo: mine);
        await pilot.Grains.Voice("spring", amina.Learner).MarkRead(mine, 2);
        await BeginAsync(pilot, kenji, "Nobody answers me", ThreadKind.Question);

        pilot.Clock.JumpTo(TestPilot.Start.AddDays(1).AddHours(1));
        await pilot.RoundAsync();
        var mails = pilot.Written().Values.ToDictionary(mail => mail.To);

        Assert.Equal("3 new things in Spring", mails["amina@example.org"].Subject);
        foreach (var told in new[] { "Replies to you", "And more of it.", "A walk along the river", "Nobody answers me" })
        {
            Assert.Contains(told, mails["amina@example.org"].Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("This is how.", mails["amina@example.org"].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Seen already", mails["amina@example.org"].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Questions without an answer", mails["amina@example.org"].Text, StringComparison.Ordinal);
        Assert.Contains("Questions without an answer", mails["maya@example.org"].Text, StringComparison.Ordinal);
    }

    private static async Task<(Visitor Amina, Visitor Kenji)> TwoAsync(TestPilot pilot, PreferencesView? preferences = null)
    {
        await pilot.CohortAsync("spring");
        return (await pilot.JoinWithMailAsync("amina", preferences: preferences ?? Daily), await pilot.JoinAsync("kenji", "spring"));
    }

    private static async Task<string> BeginAsync(
        TestPilot pilot, Visitor by, string title = "Hello", ThreadKind kind = ThreadKind.Talk, string text = "What do you think?", Audience audience = Audience.Cohort)
    {
        var id = Guid.CreateVersion7().ToString();
        var started = await pilot.Grains.Voice("spring", by.Learner).Start(new(id, Week: 1, title, kind, audience, new(id, text)));
        Assert.True(started.Accepted, started.Code);
        return id;
    }

    private static async Task<string> SayAsync(TestPilot pilot, Visitor by, string thread, string text, string? replyTo = null)
    {
        var id = Guid.CreateVersion7().ToString();
        var sent = await pilot.Grains.Voice("spring", by.Learner).Post(thread, new(id, text, replyTo));
        Assert.True(sent.Outcome.Accepted, sent.Outcome.Code);
        return id;
    }
}
