using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Live;

/// <summary>Who sees whom on the pages of a discussion, through the hub.</summary>
public sealed class HereTests
{
    private const string Thread = "01933333-0000-7000-8000-000000000001";
    private const string Private = "01933333-0000-7000-8000-000000000002";

    [Fact]
    public async Task Look_ByWhoLetsOthersSee_ShowsThemToAllWhoLook()
    {
        await using var pilot = await StartAsync();
        var maya = await pilot.JoinAsync("maya", "spring");
        await pilot.Grains.Voice("spring", maya.Learner).ShowPresence(true);
        await using var amina = await LookAsync(pilot, await pilot.JoinAsync("amina", "spring"), "discussion");
        Assert.Empty(await Here(amina));

        await using var here = await LookAsync(pilot, maya, Thread);

        Assert.Equal("Maya", Assert.Single(await Here(amina)));
        Assert.Equal("Maya", Assert.Single(await Here(here)));
        await here.CallAsync("Look", "spring", Thread, false);
        Assert.Empty(await Here(amina));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Look_ByWhoDoesNotLetOthersSee_ShowsNobody(bool? shows, bool isPaused)
    {
        await using var pilot = await StartAsync();
        var maya = await pilot.JoinAsync("maya", "spring");
        if (shows is { } show)
        {
            await pilot.Grains.Voice("spring", maya.Learner).ShowPresence(show);
        }

        if (isPaused)
        {
            await pilot.Grains.Learner(maya.Learner).Pause("spring");
        }

        await using var browser = await LookAsync(pilot, maya, Thread);

        Assert.Empty(await Here(browser));
    }

    [Fact]
    public async Task Typing_ByWhoLetsOthersSee_IsToldToThoseInTheThread()
    {
        await using var pilot = await StartAsync();
        var maya = await pilot.JoinAsync("maya", "spring");
        await pilot.Grains.Voice("spring", maya.Learner).ShowPresence(true);
        await using var writes = await LookAsync(pilot, maya, Thread);
        await using var amina = await LookAsync(pilot, await pilot.JoinAsync("amina", "spring"), Thread);

        await writes.CallAsync("Typing", "spring", Thread);

        var (kind, told) = await amina.NextAsync();
        while (kind == "presence")
        {
            (kind, told) = await amina.NextAsync();
        }

        Assert.Equal(("typing", Thread, "Maya"), (kind, told.GetProperty("thread").GetString(), told.GetProperty("handle").GetString()));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(true, true)]
    public async Task Typing_ByWhoIsHiddenOrMuted_IsToldToNobody(bool? shows, bool isMuted)
    {
        await using var pilot = await StartAsync();
        var maya = await pilot.JoinAsync("maya", "spring");
        var voice = pilot.Grains.Voice("spring", maya.Learner);
        if (shows is { } show)
        {
            await voice.ShowPresence(show);
        }

        if (isMuted)
        {
            await voice.Mute(pilot.Clock.Now.AddHours(1));
        }

        await using var writes = await LookAsync(pilot, maya, Thread);
        await using var amina = await LookAsync(pilot, await pilot.JoinAsync("amina", "spring"), Thread);

        await writes.CallAsync("Typing", "spring", Thread);
        await pilot.Grains.Feed("spring").Publish(new("announcement", """{"id":"1"}"""));

        for (var (kind, _) = await amina.NextAsync(); kind != "announcement"; (kind, _) = await amina.NextAsync())
        {
            Assert.Equal("presence", kind);
        }
    }

    [Theory]
    [InlineData("spring", "01933333-0000-7000-8000-000000000009")]
    [InlineData("spring", "discussion")]
    [InlineData("autumn", Thread)]
    [InlineData("spring", "../autumn/x")]
    public async Task Typing_WhereOneDoesNotLook_IsRefused(string cohort, string thread)
    {
        await using var pilot = await StartAsync();
        await pilot.CohortAsync("autumn");
        await using var maya = await LookAsync(pilot, await pilot.JoinAsync("maya", "spring"), Thread);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => maya.CallAsync("Typing", cohort, thread));

        Assert.EndsWith("not-found", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_AtAPrivateThread_OpensToWhoAskedAndTheStaffAlone()
    {
        await using var pilot = await StartAsync();
        var maya = await pilot.JoinAsync("maya", "spring");
        await pilot.Grains.Voice("spring", maya.Learner).Start(new(Private, 1, "May I?", ThreadKind.Question, Audience.Instructors, new(Guid.NewGuid().ToString(), "May I?")));

        await using var asker = await LookAsync(pilot, maya, Private);
        await using var staff = await LookAsync(pilot, await pilot.OrganiserAsync(), Private);
        var other = await pilot.JoinAsync("amina", "spring");

        await Assert.ThrowsAsync<RefusedException>(() => LookAsync(pilot, other, Private));
    }

    [Fact]
    public async Task Look_AtAThreadOfAnotherCohort_IsRefused()
    {
        await using var pilot = await StartAsync();
        await pilot.CohortAsync("autumn");
        var maya = await pilot.JoinAsync("maya", "autumn");

        await Assert.ThrowsAsync<RefusedException>(() => LookAsync(pilot, maya, Thread, "autumn"));
        await Assert.ThrowsAsync<RefusedException>(() => LookAsync(pilot, maya, Thread));
    }

    private static async Task<TestPilot> StartAsync()
    {
        var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var author = await pilot.JoinAsync("zoe", "spring");
        var started = await pilot.Grains.Voice("spring", author.Learner).Start(new(Thread, 1, "Hello", ThreadKind.Talk, Audience.Cohort, new(Guid.NewGuid().ToString(), "Hello")));
        Assert.True(started.Accepted, started.Code);
        return pilot;
    }

    private static async Task<LiveClient> LookAsync(TestPilot pilot, Visitor visitor, string page, string cohort = "spring")
    {
        var client = await LiveClient.ConnectAsync(pilot, visitor);
        try
        {
            await client.CallAsync("Look", cohort, page, true);
            await client.WatchAsync(cohort);
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    private static async Task<IReadOnlyList<string?>> Here(LiveClient client)
    {
        var (kind, here) = await client.NextAsync();
        Assert.Equal("presence", kind);
        return [.. here.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("handle").GetString())];
    }
}
