using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Mail;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Mail;

/// <summary>One click out: by the mail program, or by the button behind the link. Nobody has to sign in.</summary>
public sealed class StopTests
{
    private static readonly PreferencesView Daily = new("en", "Africa/Nairobi", Mail: true, DigestRhythm.Daily);

    [Fact]
    public async Task Stop_AsAMailProgramAsksForIt_EndsDigestsAtOnce_AndTwiceIsOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (amina, digest) = await DigestAsync(pilot);
        using var program = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = pilot.Address };

        for (var time = 0; time < 2; time++)
        {
            using var asked = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
            using var answer = await program.PostAsync(digest.Stop.PathAndQuery, asked, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(Daily with { Digest = DigestRhythm.Never }, (await pilot.Grains.Learner(amina.Learner).Get())!.Preferences);
        await pilot.MakeNewsAsync();
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(2));
        await pilot.RoundAsync();
        Assert.Single(pilot.Written());
    }

    [Fact]
    public async Task Stop_WhenOnlyOpened_EndsNothing_AndTheButtonDoes()
    {
        await using var pilot = await TestPilot.StartAsync();
        var (amina, digest) = await DigestAsync(pilot);
        Assert.Equal(digest.Stop, digest.Links[^1]);

        var opened = await pilot.Visit().GetAsync(digest.Stop.PathAndQuery);
        Assert.Equal(DigestRhythm.Daily, (await pilot.Grains.Learner(amina.Learner).Get())!.Preferences.Digest);

        var done = await pilot.Visit().SubmitAsync(opened, "main form");
        Assert.Contains("You will get no more digests", done.Text, StringComparison.Ordinal);
        Assert.Equal(DigestRhythm.Never, (await pilot.Grains.Learner(amina.Learner).Get())!.Preferences.Digest);
    }

    [Fact]
    public async Task Stop_WithALinkThatWasMadeUp_EndsNothing()
    {
        await using var pilot = await TestPilot.StartAsync();

        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().GetAsync("/mail/stop/made-up")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await pilot.Visit().PostAsync("/mail/stop/made-up")).Status);
    }

    private static async Task<(Visitor, ReceivedMail)> DigestAsync(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinWithMailAsync("amina", preferences: Daily);
        await pilot.MakeNewsAsync();
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(1));
        await pilot.RoundAsync();
        return (amina, Assert.Single(pilot.Written()).Value);
    }
}
