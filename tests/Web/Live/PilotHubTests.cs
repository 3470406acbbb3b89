using System.Net.WebSockets;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PageView = CohortCourses.Tests.Web.Pilot.PageView;

namespace CohortCourses.Tests.Web.Live;

public sealed class PilotHubTests
{
    [Fact]
    public async Task Connect_WhenNobodyIsSignedIn_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(pilot, pilot.Visit()));

        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("autumn")]
    [InlineData("there-is-none")]
    [InlineData("")]
    public async Task Watch_ACohortThatOneIsNotIn_IsRefusedLikeOneThatDoesNotExist(string cohort)
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.CohortAsync("autumn");
        await using var amina = await LiveClient.ConnectAsync(pilot, await pilot.JoinAsync("amina", "spring"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => amina.WatchAsync(cohort));

        Assert.EndsWith("HubException: not-found", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AtAPageThatIsNotThere_IsRefusedAndLogged()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await pilot.CohortAsync("autumn");
        var log = new LogLines();
        pilot.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await using var amina = await LiveClient.ConnectAsync(pilot, await pilot.JoinAsync("amina", "spring"));

        foreach (var (cohort, page) in new[] { ("spring", "there-is-none"), ("autumn", "there-is-none"), ("spring", new string('x', 500)) })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => amina.CallAsync("Look", cohort, page, true));
            Assert.EndsWith("HubException: not-found", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(3, log.Lines.Count(line => line.Id == 2003));
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("amina", StringComparison.OrdinalIgnoreCase) || line.Text.Contains("autumn", StringComparison.Ordinal));
    }

    /// <summary>Neither by another cohort's name nor, under one's own, by the id of a thread in another one.</summary>
    [Fact]
    public async Task Call_WithAnotherCohortsIds_IsRefusedAndLogged()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring", firstDay: new(2027, 2, 1));
        await pilot.CohortAsync("autumn", firstDay: new(2027, 2, 1));
        var kenji = await pilot.JoinAsync("kenji", "autumn");
        var thread = Guid.CreateVersion7().ToString();
        Assert.True((await pilot.Grains.Voice("autumn", kenji.Learner).Start(new(thread, 1, "Among us", ThreadKind.Talk, Audience.Cohort, new(thread, "Hello")))).Accepted);
        var log = new LogLines();
        pilot.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await using var amina = await LiveClient.ConnectAsync(pilot, await pilot.JoinAsync("amina", "spring"));
        await using var neighbour = await LiveClient.ConnectAsync(pilot, kenji);
        await neighbour.CallAsync("Look", "autumn", thread, true);

        foreach (var call in new Func<Task>[]
        {
            () => amina.WatchAsync("autumn"),
            () => amina.CallAsync("Look", "autumn", thread, true),
            () => amina.CallAsync("Look", "spring", thread, true),
            () => amina.CallAsync("Typing", "autumn", thread),
            () => amina.CallAsync("Typing", "spring", thread),
        })
        {
            Assert.EndsWith("HubException: not-found", (await Assert.ThrowsAsync<RefusedException>(call)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(5, log.Lines.Count(line => line.Id == 2003));
    }

    [Fact]
    public async Task Look_WhenItIsRefusedAgainAndAgain_EndsTheConnection()
    {
        await using var pilot = await TestPilot.StartAsync();
        await using var amina = await LiveClient.ConnectAsync(pilot, await pilot.SignInAsync(await pilot.AccountAsync("amina")));

        for (var refusal = 1; refusal < 20; refusal++)
        {
            await Assert.ThrowsAsync<RefusedException>(() => amina.CallAsync("Look", "spring", null, true));
        }

        Assert.False(amina.Closed.IsCompleted);
        _ = amina.CallAsync("Look", "spring", null, true);
        await amina.Closed.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Watch_WhenABrowserStopsReading_DelaysNobodyAndSendsItToItsPage()
    {
        const int events = 300;
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var slow = await LiveClient.ConnectAsync(pilot, await pilot.JoinAsync("amina", "spring"));
        await using var quick = await LiveClient.ConnectAsync(pilot, await pilot.JoinAsync("kenji", "spring"));
        await slow.WatchAsync("spring");
        await quick.WatchAsync("spring");
        slow.StopReading();

        // More than what every buffer on the way holds.
        var filling = new string('x', 60_000);
        for (var number = 1; number <= events; number++)
        {
            await pilot.Grains.Feed("spring").Publish(new("announcement", $$"""{"id":"{{number}}","filling":"{{filling}}"}"""));
            Assert.Equal(number, (await quick.NextAsync()).Event.GetProperty("number").GetInt32());
        }

        slow.GoOnReading();
        var told = 0;
        for (var next = await slow.NextAsync(); next.Kind != "reload"; next = await slow.NextAsync())
        {
            Assert.Equal(++told, next.Event.GetProperty("number").GetInt32());
        }

        Assert.InRange(told, 1, events - 64);
        await Announce(pilot, "And on it goes");
        Assert.Equal(events + 1, (await slow.NextAsync()).Event.GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Watch_WhenAWeekOpens_TellsItAtOnceToEveryReader()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var amina = await LiveClient.ConnectAsync(pilot, await pilot.JoinAsync("amina", "spring"));
        await using var omar = await LiveClient.ConnectAsync(pilot, await pilot.OrganiserAsync());
        await amina.WatchAsync("spring");
        await omar.WatchAsync("spring");

        pilot.Clock.JumpTo((await pilot.Grains.Cohort("spring").Get())!.Weeks[0].OpensAt);

        foreach (var reader in new[] { amina, omar })
        {
            var (kind, happened) = await reader.NextAsync();
            Assert.Equal("moduleReleased", kind);
            Assert.Equal("spring", happened.GetProperty("cohort").GetString());
            Assert.Equal(1, happened.GetProperty("payload").GetProperty("week").GetInt32());
        }
    }

    [Fact]
    public async Task Watch_WhenMuchHappens_NumbersItInOrder()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var amina = await LiveClient.ConnectAsync(pilot, await pilot.JoinAsync("amina", "spring"));
        var now = await amina.WatchAsync("spring");

        await Announce(pilot, "One");
        await pilot.Grains.Cohort("spring").Reschedule(new(Guid.NewGuid().ToString(), ScheduleChangeKind.Skip, 3), "omar");
        await Announce(pilot, "Two");

        var kinds = new List<string>();
        for (var number = now.GetProperty("number").GetInt64() + 1; kinds.Count < 3; number++)
        {
            var (kind, happened) = await amina.NextAsync();
            kinds.Add(kind);
            Assert.Equal(number, happened.GetProperty("number").GetInt64());
        }

        Assert.Equal(["announcement", "scheduleChanged", "announcement"], kinds);
    }

    [Fact]
    public async Task Watch_FromWhereThePageIs_BringsWhatWasMissed()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var visitor = await pilot.JoinAsync("amina", "spring");
        var page = await visitor.GetAsync("/c/spring");
        await Announce(pilot, "While the line was down");
        var (epoch, number) = MarkOf(page);
        await using var amina = await LiveClient.ConnectAsync(pilot, visitor);

        var reply = await amina.WatchAsync("spring", epoch, number);

        Assert.False(reply.GetProperty("reload").GetBoolean());
        Assert.Equal("announcement", Assert.Single(reply.GetProperty("missed").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal(number + 1, reply.GetProperty("number").GetInt64());
        Assert.Equal((epoch, number + 1), MarkOf(await visitor.GetAsync("/c/spring")));
    }

    [Fact]
    public async Task Watch_FromBeforeARestart_SaysToFetchThePageAgain()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var visitor = await pilot.JoinAsync("amina", "spring");
        var (epoch, number) = MarkOf(await visitor.GetAsync("/c/spring"));
        await pilot.RestartAsync();
        await using var amina = await LiveClient.ConnectAsync(pilot, visitor);

        var reply = await amina.WatchAsync("spring", epoch, number);

        Assert.True(reply.GetProperty("reload").GetBoolean());
        Assert.NotEqual(epoch, reply.GetProperty("epoch").GetString());
    }

    [Fact]
    public async Task Watch_WhenTheClockLeapsAgainAndAgain_KeepsItsEpoch()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        await using var amina = await LiveClient.ConnectAsync(pilot, await pilot.JoinAsync("amina", "spring"));
        var epoch = (await amina.WatchAsync("spring")).GetProperty("epoch").GetString();
        var weeks = (await pilot.Grains.Cohort("spring").Get())!.Weeks;

        for (var week = 1; week <= 3; week++)
        {
            pilot.Clock.JumpTo(weeks[week - 1].OpensAt - TimeSpan.FromHours(20));
            pilot.Clock.JumpTo(weeks[week - 1].OpensAt);
            var (_, happened) = await amina.NextAsync();
            Assert.Equal(week, happened.GetProperty("payload").GetProperty("week").GetInt32());
            Assert.Equal(epoch, happened.GetProperty("epoch").GetString());
        }
    }

    [Fact]
    public async Task Watch_WhenTheReaderIsTakenOffTheRoster_EndsWithTheNextRound()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var visitor = await pilot.JoinAsync("amina", "spring");
        await using var amina = await LiveClient.ConnectAsync(pilot, visitor);
        await using var kenji = await LiveClient.ConnectAsync(pilot, await pilot.JoinAsync("kenji", "spring"));
        await amina.WatchAsync("spring");
        await kenji.WatchAsync("spring");
        await pilot.Grains.Learner(visitor.Learner).Leave("spring");

        await pilot.Services.GetRequiredService<CohortWatchers>().CheckAll();

        await amina.Closed.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Announce(pilot, "Kenji still hears");
        Assert.Equal("announcement", (await kenji.NextAsync()).Kind);
    }

    [Fact]
    public async Task Watch_WhenTheReaderSignsOutEverywhere_EndsAtOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var account = await pilot.AccountAsync("amina");
        await pilot.Grains.Learner(account.Learner).Join(new("spring", "Amina", CohortRole.Participant, null));
        var phone = await pilot.SignInAsync(account);
        await using var amina = await LiveClient.ConnectAsync(pilot, await pilot.SignInAsync(account));
        await amina.WatchAsync("spring");
        var token = (await phone.GetAsync("/sign-in")).Value("__RequestVerificationToken")!;

        await phone.PostAsync("/sign-out?handler=everywhere", ("__RequestVerificationToken", token));

        await amina.Closed.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private static Task<Outcome> Announce(TestPilot pilot, string text) =>
        pilot.Grains.NoticeBoard("spring").Announce(new(Guid.NewGuid().ToString(), "nobody", text, "en"));

    private static (string Epoch, long Number) MarkOf(PageView page)
    {
        var mark = page.Document.Body!.GetAttribute("data-feed")!.Split('/');
        return (mark[0], long.Parse(mark[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
