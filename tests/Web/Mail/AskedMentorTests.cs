using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Learners;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>After two days without an answer a mentor is asked by name, though nobody opens the desk.</summary>
public sealed class AskedMentorTests
{
    private static readonly string Thread = Guid.CreateVersion7().ToString();

    [Fact]
    public async Task Question_WithoutAnAnswerForTwoDays_IsAMentorsByMail_OnceAndInTheirLanguage()
    {
        await using var pilot = await AskedAsync();

        pilot.Clock.Advance(TimeSpan.FromHours(47));
        await pilot.RoundAsync();
        Assert.Empty(pilot.Written());
        pilot.Clock.Advance(TimeSpan.FromHours(1));
        await pilot.RoundAsync();
        await pilot.RestartAsync(downFor: TimeSpan.FromHours(3));
        await pilot.RoundAsync();
        pilot.Clock.Advance(TimeSpan.FromDays(3));
        await pilot.RoundAsync();

        var mail = Assert.Single(pilot.Written()).Value;
        Assert.Equal(("maya@example.org", "Pourriez-vous répondre à « Whom to ask? » ?"), (mail.To, mail.Subject));
        Assert.Contains("The library, or the archive?", mail.Text, StringComparison.Ordinal);
        Assert.Equal($"/c/spring/discussion/{Thread}", mail.Links[0].AbsolutePath);
        await pilot.Visit().PostAsync(mail.Stop.PathAndQuery, ("List-Unsubscribe", "One-Click"));
        Assert.False((await pilot.Grains.Learner((await pilot.Grains.Cohort("spring").Named("Maya"))!.Learner).Get())!.Preferences.Mentions);
    }

    [Fact]
    public async Task Question_ThatWasAnsweredInTheNight_IsNotMailedInTheMorning()
    {
        await using var pilot = await AskedAsync();
        pilot.Clock.Advance(TimeSpan.FromHours(60)); // nine in the evening in Nairobi
        await pilot.RoundAsync();
        Assert.Empty(pilot.Written());

        var ines = await pilot.JoinAsync("ines", "spring", CohortRole.Instructor);
        Assert.True((await pilot.Grains.Voice("spring", ines.Learner).Post(Thread, new(Guid.CreateVersion7().ToString(), "Both."))).Outcome.Accepted);
        pilot.Clock.Advance(TimeSpan.FromHours(12));
        await pilot.RoundAsync();

        Assert.Empty(pilot.Written());
    }

    /// <summary>Amina asks on Monday at nine in the morning in Nairobi; Maya, who mentors, gets no digests.</summary>
    private static async Task<TestPilot> AskedAsync()
    {
        var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: new(2027, 2, 1));
        var amina = await pilot.JoinAsync("amina", "spring");
        var maya = await pilot.JoinAsync("maya", "spring", CohortRole.Mentor, preferences: new("fr", "Africa/Nairobi", Mail: true, Contracts.Mail.DigestRhythm.Never));
        await pilot.ConfirmAsync(maya, "maya@example.org");
        Assert.True((await pilot.Grains.Voice("spring", amina.Learner).Start(
            new(Thread, 1, "Whom to ask?", ThreadKind.Question, Audience.Cohort, new(Thread, "The library, or the *archive*?")))).Accepted);
        return pilot;
    }
}
