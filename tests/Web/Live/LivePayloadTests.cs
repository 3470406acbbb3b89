using System.Collections.Concurrent;
using System.Text.Json;
using CohortCourses.Contracts.Live;
using CohortCourses.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortCourses.Tests.Web.Live;

public sealed class LivePayloadTests : IDisposable
{
    private readonly OneFeed feed = new();
    private readonly Renderer renderer = new();
    private readonly CohortWatchers watchers;

    public LivePayloadTests()
    {
        var options = new LiveOptions { LongestFill = TimeSpan.FromSeconds(1), KeepFor = TimeSpan.FromMinutes(5), MostMissed = 4, PresenceAfter = TimeSpan.FromHours(1) };
        watchers = new(feed.Grains, new([renderer], options, NullLogger<LivePayloads>.Instance), new(feed.Grains, TimeProvider.System), options, NullLogger<CohortWatchers>.Instance);
    }

    public void Dispose() => watchers.Dispose();

    [Fact]
    public async Task Happened_InAThread_IsFilledInOnceForAllWhoLookAtIt()
    {
        var browsers = new[] { await WatchAsync("a"), await WatchAsync("a") };

        await Post("a", 1);

        foreach (var browser in browsers)
        {
            Assert.Equal("<p>1</p>", Html((await browser.Told()).Argument));
        }

        Assert.Equal([1], renderer.Asked);
    }

    [Fact]
    public async Task Happened_InAThread_ReachesTheOthersAsIds()
    {
        var (there, elsewhere, nowhere) = (await WatchAsync("a"), await WatchAsync("b"), await WatchAsync(null));

        await Post("a", 1);

        Assert.Equal("<p>1</p>", Html((await there.Told()).Argument));
        foreach (var browser in new[] { elsewhere, nowhere })
        {
            var (kind, happened) = await browser.Told();
            Assert.Equal(("postAdded", 1), (kind, happened.GetProperty("payload").GetProperty("number").GetInt32()));
            Assert.Null(Html(happened));
        }
    }

    [Fact]
    public async Task Happened_WhereNobodyLooks_IsNotFilledIn()
    {
        var browser = await WatchAsync("b");

        await Post("a", 1);

        Assert.Null(Html((await browser.Told()).Argument));
        Assert.Empty(renderer.Asked);
    }

    [Fact]
    public async Task Happened_WhileAnEarlierOneIsBeingFilledIn_ComesAfterIt()
    {
        var browser = await WatchAsync("a");
        var first = renderer.Hold(1);

        await Post("a", 1);
        await Post("a", 2);
        await feed.Publish(new(EventKinds.Announcement, """{"id":"3"}"""));
        Assert.Equal(0, browser.Unread);
        first.SetResult();

        Assert.Equal("<p>1</p>", Html((await browser.Told()).Argument));
        Assert.Equal("<p>2</p>", Html((await browser.Told()).Argument));
        Assert.Equal("announcement", (await browser.Told()).Method);
    }

    [Fact]
    public async Task Happened_WhenItCannotBeFilledIn_GoesOutAsIds()
    {
        var browser = await WatchAsync("a");
        renderer.Hold(1).SetException(new TimeoutException());
        renderer.Hold(2); // for ever

        await Post("a", 1);
        await Post("a", 2);
        await Post("a", 3);

        Assert.Null(Html((await browser.Told()).Argument));
        Assert.Null(Html((await browser.Told()).Argument));
        Assert.Equal("<p>3</p>", Html((await browser.Told()).Argument));
    }

    [Fact]
    public async Task Watch_WhenPostsWereMissed_FillsThemInOnceForAllWhoComeBack()
    {
        await Post("a", 1);
        await Post("b", 2);

        for (var reader = 0; reader < 2; reader++)
        {
            var reply = await watchers.Watch(Looking("a"), "spring", feed.Now with { Number = 0 });
            Assert.Equal(["<p>1</p>", null], reply.Missed.Select(missed => Html(JsonSerializer.SerializeToElement(missed, JsonSerializerOptions.Web))));
        }

        Assert.Equal([1], renderer.Asked);
    }

    [Fact]
    public async Task Watch_WhenMoreWasMissedThanAPageWeighs_SendsTheReaderToThePage()
    {
        for (var number = 1; number <= 5; number++)
        {
            await Post("a", number);
        }

        var all = await watchers.Watch(Looking("a"), "spring", feed.Now with { Number = 0 });
        var most = await watchers.Watch(Looking("a"), "spring", feed.Now with { Number = 1 });

        Assert.Equal((true, 0, 5L), (all.Reload, all.Missed.Count, all.Number));
        Assert.Equal((false, 4), (most.Reload, most.Missed.Count));
    }

    private static string? Html(JsonElement happened) =>
        happened.GetProperty("payload").TryGetProperty("html", out var html) ? html.GetString() : null;

    private static LiveReader Looking(string? page) => new Browser { Reader = { Look = page is null ? null : new("spring", page) } }.Reader;

    private Task Post(string thread, int number) =>
        feed.Publish(new(EventKinds.PostAdded, $$"""{"thread":"{{thread}}","post":"p","number":{{number}}}"""));

    private async Task<Browser> WatchAsync(string? page)
    {
        var browser = new Browser { Reader = { Look = page is null ? null : new("spring", page) } };
        await watchers.Watch(browser.Reader, "spring", from: null);
        return browser;
    }

    private sealed class Renderer : ILivePayload
    {
        private readonly ConcurrentDictionary<int, TaskCompletionSource> held = new();

        public ConcurrentQueue<int> Asked { get; } = new();

        public IReadOnlyCollection<string> Kinds => [EventKinds.PostAdded];

        public TaskCompletionSource Hold(int number) => held[number] = new();

        public async ValueTask<object?> Fill(string cohort, string kind, JsonElement stored)
        {
            var number = stored.GetProperty("number").GetInt32();
            Asked.Enqueue(number);
            await (held.TryGetValue(number, out var hold) ? hold.Task : Task.CompletedTask);
            return new { Html = $"<p>{number}</p>" };
        }
    }
}
