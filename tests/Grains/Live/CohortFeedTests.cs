using System.Threading.Channels;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Live;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Live;

public sealed class CohortFeedTests
{
    private static readonly FeedPosition Nowhere = new(Epoch: "", Number: 0);

    private static NewCohortEvent News(int number) => new(EventKinds.ModuleReleased, $$"""{"week":{{number}}}""");

    [Fact]
    public async Task Since_WhenSomethingWasMissed_GivesItInOrder()
    {
        await using var pilot = await Pilot.StartAsync();
        var feed = pilot.Grains.Feed("spring");
        await feed.Publish(News(1));
        var seen = (await feed.Since(Nowhere)).Now;
        await feed.Publish(News(2));
        await feed.Publish(News(3));

        var slice = await feed.Since(seen);

        Assert.True(slice.Complete);
        Assert.Equal([2, 3], slice.Events.Select(happened => happened.Position.Number));
        Assert.Equal((seen.Epoch, 3), (slice.Now.Epoch, slice.Now.Number));
    }

    [Fact]
    public async Task Since_WhenNothingWasMissed_IsCompleteAndEmpty()
    {
        await using var pilot = await Pilot.StartAsync();
        var feed = pilot.Grains.Feed("spring");
        await feed.Publish(News(1));

        var slice = await feed.Since((await feed.Since(Nowhere)).Now);

        Assert.True(slice.Complete);
        Assert.Empty(slice.Events);
    }

    [Fact]
    public async Task Since_WhenTheGapIsWiderThanTheRing_SendsTheReaderToThePage()
    {
        await using var pilot = await Pilot.StartAsync();
        var feed = pilot.Grains.Feed("spring");
        var start = (await feed.Since(Nowhere)).Now;
        for (var number = 1; number <= 513; number++)
        {
            await feed.Publish(News(number));
        }

        Assert.False((await feed.Since(start)).Complete);
        var rest = await feed.Since(start with { Number = 1 });
        Assert.True(rest.Complete);
        Assert.Equal(512, rest.Events.Length);
    }

    [Fact]
    public async Task Since_WhenTheServerRestarted_SendsTheReaderToThePage()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Grains.Feed("spring").Publish(News(1));
        var seen = (await pilot.Grains.Feed("spring").Since(Nowhere)).Now;

        await pilot.Restart();

        var slice = await pilot.Grains.Feed("spring").Since(seen);
        Assert.False(slice.Complete);
        Assert.NotEqual(seen.Epoch, slice.Now.Epoch);
    }

    [Fact]
    public async Task Since_WhenTheReaderClaimsToHaveSeenTheFuture_SendsThemToThePage()
    {
        await using var pilot = await Pilot.StartAsync();
        var feed = pilot.Grains.Feed("spring");

        Assert.False((await feed.Since((await feed.Since(Nowhere)).Now with { Number = 7 })).Complete);
    }

    [Fact]
    public async Task Observe_WhenSomethingHappens_IsToldOnceAndInOrderUntilItStops()
    {
        await using var pilot = await Pilot.StartAsync();
        var feed = pilot.Grains.Feed("spring");
        var reader = new Reader();
        var reference = pilot.Grains.CreateObjectReference<ICohortFeedObserver>(reader);

        await feed.Observe(reference);
        await feed.Observe(reference);
        await feed.Publish(News(1));
        await feed.Publish(News(2));
        Assert.Equal(1, await reader.Next());
        Assert.Equal(2, await reader.Next());

        await feed.StopObserving(reference);
        await feed.Publish(News(3));
        await feed.Observe(reference);
        await feed.Publish(News(4));
        Assert.Equal(4, await reader.Next());
    }

    [Fact]
    public async Task Tell_OfPresenceTypingAndCounts_ReachesObserversAndLeavesNoTrace()
    {
        await using var pilot = await Pilot.StartAsync();
        var feed = pilot.Grains.Feed("spring");
        var reader = new Reader();
        var before = await feed.Observe(pilot.Grains.CreateObjectReference<ICohortFeedObserver>(reader));

        await feed.TellPresence(new("node", 1, [new("maya", "Maya")], 1));
        await feed.TellTyping(new("thread", new("maya", "Maya")));

        await feed.TellCount(new("weekly-pulse-w3", 17));

        Assert.Equal("node", await reader.NextTold());
        Assert.Equal("thread", await reader.NextTold());
        Assert.Equal("weekly-pulse-w3", await reader.NextTold());
        Assert.Equal(before, (await feed.Since(before)).Now);
        Assert.Empty((await feed.Since(before)).Events);
    }

    private sealed class Reader : ICohortFeedObserver
    {
        private readonly Channel<long> numbers = Channel.CreateUnbounded<long>();
        private readonly Channel<string> told = Channel.CreateUnbounded<string>();

        public Task PresenceTold(NodePresence presence) => told.Writer.WriteAsync(presence.Node).AsTask();

        public Task TypingTold(TypingNow typing) => told.Writer.WriteAsync(typing.Thread).AsTask();

        public Task CountTold(ResponsesCounted count) => told.Writer.WriteAsync(count.Form).AsTask();

        public Task<string> NextTold() => told.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

        public Task Happened(CohortEvent happened) => numbers.Writer.WriteAsync(happened.Position.Number).AsTask();

        public Task<long> Next() => numbers.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
    }
}
