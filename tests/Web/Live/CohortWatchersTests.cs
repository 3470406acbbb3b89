using CohortCourses.Web.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortCourses.Tests.Web.Live;

public sealed class CohortWatchersTests : IDisposable
{
    private readonly OneFeed feed = new();
    private readonly CohortWatchers watchers;

    public CohortWatchersTests()
    {
        var options = new LiveOptions();
        watchers = new(feed.Grains, new([], options, NullLogger<LivePayloads>.Instance), new(feed.Grains, TimeProvider.System), options, NullLogger<CohortWatchers>.Instance);
    }

    public void Dispose() => watchers.Dispose();

    [Fact]
    public async Task Watch_WithTwoReadersOfACohort_ObservesItOnce()
    {
        await watchers.Watch(new Browser().Reader, "spring", from: null);
        await watchers.Watch(new Browser().Reader, "spring", from: null);

        Assert.Equal((1, 0), (feed.Observed, feed.Stopped));
    }

    [Fact]
    public async Task Go_WhenTheLastReaderGoes_StopsObserving()
    {
        var (first, second) = (new Browser().Reader, new Browser().Reader);
        await watchers.Watch(first, "spring", from: null);
        await watchers.Watch(second, "spring", from: null);

        await watchers.Go(first);
        Assert.Equal((1, 0), (feed.Observed, feed.Stopped));
        await watchers.Go(second);

        Assert.Equal((1, 1), (feed.Observed, feed.Stopped));
        Assert.Equal(0, watchers.Count);
    }

    [Fact]
    public async Task Watch_AfterTheLastReaderWent_ObservesAgain()
    {
        var first = new Browser().Reader;
        await watchers.Watch(first, "spring", from: null);
        await watchers.Go(first);

        await watchers.Watch(new Browser().Reader, "spring", from: null);

        Assert.Equal((2, 1), (feed.Observed, feed.Stopped));
    }

    [Fact]
    public async Task Watch_WhenTheReaderIsGoneMeanwhile_ObservesNothing()
    {
        var reader = new Browser().Reader;
        await watchers.Go(reader);

        await watchers.Watch(reader, "spring", from: null);

        Assert.Equal((1, 1), (feed.Observed, feed.Stopped));
        Assert.Equal(0, watchers.Count);
    }

    [Fact]
    public async Task Watch_WhenTheFeedFails_LeavesNothingBehind()
    {
        feed.Fails = true;
        await Assert.ThrowsAsync<TimeoutException>(() => watchers.Watch(new Browser().Reader, "spring", from: null));
        Assert.Equal(0, watchers.Count);

        feed.Fails = false;
        await watchers.Watch(new Browser().Reader, "spring", from: null);
        Assert.Equal(1, watchers.Count);
    }

    [Fact]
    public async Task Renew_WhenTheFeedBeganAnew_TellsReadersToFetchTheirPage()
    {
        var browser = new Browser();
        await watchers.Watch(browser.Reader, "spring", from: null);
        feed.Now = new("another", 0);

        await watchers.RenewAll();

        Assert.Equal("reload", (await browser.Told()).Method);
    }
}
