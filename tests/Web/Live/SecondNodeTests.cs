using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.Live;

/// <summary>Two servers of one pilot, and a proxy that sends people to either.</summary>
public sealed class SecondNodeTests : IAsyncLifetime
{
    private TestPilot pilot = null!;
    private SecondNode node = null!;
    private Visitor amina = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        amina = await pilot.JoinAsync("amina", "spring");
        node = await SecondNode.StartAsync(pilot);
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        await pilot.DisposeAsync();
    }

    [Fact]
    public async Task SessionAndForm_OfOneNode_HoldOnTheOther()
    {
        var form = (await amina.GetAsync("/me")).Value("__RequestVerificationToken")!;

        using var there = await amina.Http.GetAsync(node.At("/me"), Token);
        using var fields = new FormUrlEncodedContent([new("__RequestVerificationToken", form)]);
        using var signedOut = await amina.Http.PostAsync(node.At("/sign-out"), fields, Token);

        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Contains("/sign-in", (await amina.GetAsync("/me")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_OnTheOtherNodeAfterTheLineDropped_TellsWhatWasMissed()
    {
        long number;
        string epoch;
        await using (var before = await LiveClient.ConnectAsync(pilot, amina))
        {
            var seen = await before.WatchAsync("spring");
            (epoch, number) = (seen.GetProperty("epoch").GetString()!, seen.GetProperty("number").GetInt64());
        }

        await pilot.Grains.Feed("spring").Publish(new("announcement", """{"id":"1"}"""));
        await using var after = await LiveClient.ConnectAsync(node.Address, amina);
        var reply = await after.WatchAsync("spring", epoch, number);

        Assert.False(reply.GetProperty("reload").GetBoolean());
        Assert.Equal(number + 1, Assert.Single(reply.GetProperty("missed").EnumerateArray()).GetProperty("number").GetInt64());
    }

    [Fact]
    public async Task Watch_WhenAWeekOpens_TellsItOnceOnEveryNode_ThroughOneObserverEach()
    {
        await using var here = await LiveClient.ConnectAsync(pilot, amina);
        await using var there = await LiveClient.ConnectAsync(node.Address, amina);
        await using var alsoThere = await LiveClient.ConnectAsync(node.Address, await pilot.JoinAsync("kenji", "spring"));
        LiveClient[] readers = [here, there, alsoThere];
        foreach (var reader in readers)
        {
            await reader.WatchAsync("spring");
        }

        pilot.Clock.JumpTo((await pilot.Grains.Cohort("spring").Get())!.Weeks[0].OpensAt);
        var first = await Task.WhenAll(readers.Select(reader => reader.NextAsync()));
        await pilot.Grains.Feed("spring").Publish(new("announcement", """{"id":"1"}"""));
        var second = await Task.WhenAll(readers.Select(reader => reader.NextAsync()));

        Assert.All(first, told => Assert.Equal("moduleReleased", told.Kind));
        Assert.All(second, told => Assert.Equal("announcement", told.Kind));
        Assert.Equal(1, node.Services.GetRequiredService<CohortWatchers>().Count);
    }

    [Fact]
    public async Task Search_OnEitherNode_FindsWhatWasWrittenOnTheOther()
    {
        var thread = Guid.CreateVersion7().ToString();
        Assert.True((await pilot.Grains.Voice("spring", amina.Learner).Start(
            new(thread, 1, "A title", ThreadKind.Talk, Audience.Cohort, new(thread, "Meeting partners in Córdoba")))).Accepted);

        foreach (var page in new[] { new Uri(pilot.Address, "/c/spring/search?q=cordoba"), node.At("/c/spring/search?q=cordoba") })
        {
            Assert.Contains("<mark>Córdoba</mark>", await amina.Http.GetStringAsync(page, Token), StringComparison.Ordinal);
        }
    }
}
