using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Tests.Web.Mail;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Moderation;

/// <summary>Whoever has gone quiet can be written to from the desk: once a week, in their language, on record.</summary>
public sealed class QuietTests
{
    private const string Desk = "/c/spring/moderate";

    [Fact]
    public async Task Write_SendsOneLetterInTheirLanguage_ThatStandsInTheLog()
    {
        await using var bench = await Bench.StartAsync();
        await bench.Pilot.ConfirmAsync(bench.Amina, "amina@example.org");
        Assert.True((await bench.Pilot.Grains.Learner(bench.Amina.Learner).Prefer(new("ar", "Africa/Nairobi", Mail: true, DigestRhythm.Never, Mentions: false))).Accepted);
        bench.Pilot.Clock.Advance(TimeSpan.FromDays(9));
        var form = $"form[action$='handler=write']:has([value='{bench.Amina.Learner}'])";
        var desk = await bench.Maya.GetAsync(Desk);

        var done = await bench.Maya.SubmitAsync(desk, form);
        await bench.Maya.SubmitAsync(desk, form);
        await bench.Pilot.RoundAsync();
        await bench.Pilot.RoundAsync();

        Assert.Contains("a letter is on its way", done.Text, StringComparison.Ordinal);
        Assert.Null(done.Document.QuerySelector(form));
        var mail = Assert.Single(bench.Pilot.Written()).Value;
        Assert.Equal("amina@example.org", mail.To);
        Assert.Contains("Maya", mail.Text, StringComparison.Ordinal);
        Assert.Contains("كيف حالك", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(mail.Links, link => link.AbsolutePath == "/c/spring/ask");
        var entry = Assert.Single((await bench.Moderation.Log(new(bench.Omar.Learner, null, IsOrganiser: true), before: null)).Entries).Act!;
        Assert.Equal((ActKind.WriteTo, bench.Maya.Learner, bench.Amina.Learner), (entry.Kind, entry.By, entry.About));
        await bench.Pilot.Visit().PostAsync(mail.Stop.PathAndQuery, ("List-Unsubscribe", "One-Click"));
        Assert.False((await bench.Pilot.Grains.Learner(bench.Amina.Learner).Get())!.Preferences.Mail);
    }

    [Fact]
    public async Task Write_AgainWithinAWeek_IsRefused_AndWhoCameBackGetsNothing()
    {
        await using var bench = await Bench.StartAsync();
        await bench.Pilot.ConfirmAsync(bench.Amina, "amina@example.org");
        bench.Pilot.Clock.Advance(TimeSpan.FromDays(9).Add(TimeSpan.FromHours(14))); // in the night
        var form = $"form[action$='handler=write']:has([value='{bench.Amina.Learner}'])";
        var opened = await bench.Ines.GetAsync(Desk);
        await bench.Maya.SubmitAsync(Desk, form);

        var refused = await bench.Ines.SubmitAsync(opened, form);
        await bench.Amina.GetAsync("/c/spring/week/1");
        bench.Pilot.Clock.Advance(TimeSpan.FromHours(12));
        await bench.Pilot.RoundAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("within the last week", refused.Problems, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Pilot.Written().Keys, name => name.Contains("-hello-", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.Lin.PostAsync($"{Desk}?handler=write", ("person", bench.Amina.Learner))).Status);
    }

    /// <summary>The act is on record, and the process died before the letter was queued: the next start sees to it, once.</summary>
    [Fact]
    public async Task Write_WhenTheServerDiedBeforeTheLetterWasQueued_IsSentAfterTheNextStart()
    {
        await using var bench = await Bench.StartAsync();
        await bench.Pilot.ConfirmAsync(bench.Amina, "amina@example.org");
        Assert.True((await bench.Pilot.Grains.Learner(bench.Amina.Learner).Prefer(new("en", "Africa/Nairobi", Mail: true, DigestRhythm.Never))).Accepted);
        bench.Pilot.Clock.Advance(TimeSpan.FromDays(9));
        await bench.Pilot.RoundAsync();
        var act = new NewAct(Bench.NewId(), ActKind.WriteTo, Person: bench.Amina.Learner);
        Assert.True((await bench.Moderation.Act(act, new(bench.Maya.Learner, CohortRole.Mentor, IsOrganiser: false))).Accepted);

        await bench.Pilot.RestartAsync(downFor: TimeSpan.FromMinutes(1));
        await bench.Pilot.RoundAsync();
        bench.Pilot.Clock.Advance(TimeSpan.FromHours(25));
        await bench.Pilot.RoundAsync();
        bench.Pilot.Clock.Advance(TimeSpan.FromDays(3));
        await bench.Pilot.RoundAsync();

        var mail = Assert.Single(bench.Pilot.Written(), file => file.Key.Contains("-hello-", StringComparison.Ordinal)).Value;
        Assert.Contains("Maya", mail.Text, StringComparison.Ordinal);
    }
}
