using System.Security.Claims;
using CohortCourses.Contracts.Live;
using CohortCourses.Contracts.People;
using CohortCourses.Web.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortCourses.Tests.Web.Live;

public sealed class CohortWatchersTests : IDisposable
{
    private readonly OneFeed feed = new();
    private readonly CohortWatchers watchers;

    public CohortWatchersTests() => watchers = new(feed, new LiveOptions(), NullLogger<CohortWatchers>.Instance);

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

        Assert.Equal("reload", await browser.Told());
    }

    [Fact]
    public async Task Tell_WhenTheBrowserTakesNothing_CutsItOff()
    {
        var browser = new Browser(takesNothing: true);
        await watchers.Watch(browser.Reader, "spring", from: null);

        for (var number = 1; number <= new LiveOptions().MostWaiting + 2; number++)
        {
            await feed.Observer!.Happened(new("spring", new("first", number), EventKinds.Announcement, "{}", DateTimeOffset.UnixEpoch));
        }

        Assert.True(browser.IsCutOff);
    }

    /// <summary>The grains, of which there is only one feed.</summary>
    private sealed class OneFeed : IGrainFactory, ICohortFeedGrain
    {
        public FeedPosition Now { get; set; } = new("first", 0);

        public bool Fails { get; set; }

        public int Observed { get; private set; }

        public int Stopped { get; private set; }

        public ICohortFeedObserver? Observer { get; private set; }

        public TGrain GetGrain<TGrain>(string primaryKey, string? grainClassNamePrefix = null)
            where TGrain : IGrainWithStringKey => this is TGrain feed ? feed : throw new NotSupportedException();

        public TObserver CreateObjectReference<TObserver>(IGrainObserver obj)
            where TObserver : IGrainObserver => (TObserver)obj;

        public void DeleteObjectReference<TObserver>(IGrainObserver obj)
            where TObserver : IGrainObserver
        {
        }

        public Task Publish(NewCohortEvent news) => throw new NotSupportedException();

        public Task<FeedPosition> Observe(ICohortFeedObserver observer)
        {
            if (Fails)
            {
                throw new TimeoutException();
            }

            Observed++;
            Observer = observer;
            return Task.FromResult(Now);
        }

        public Task StopObserving(ICohortFeedObserver observer)
        {
            Stopped++;
            return Task.CompletedTask;
        }

        public Task<FeedSlice> Since(FeedPosition position) => Task.FromResult(new FeedSlice(position.Epoch == Now.Epoch, Now, []));
    }

    /// <summary>A browser, as far as the hub knows it.</summary>
    private sealed class Browser : HubCallerContext, IClientProxy, IHttpContextFeature
    {
        private readonly TaskCompletionSource<string> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly bool takesNothing;
        private readonly FeatureCollection features = new();

        public Browser(bool takesNothing = false)
        {
            this.takesNothing = takesNothing;
            HttpContext = new DefaultHttpContext();
            HttpContext.Features.Set(new AccountRecord("amina", "AMINA", "learner", null, false, null, "stamp", "", 0, null, []));
            features.Set<IHttpContextFeature>(this);
            Reader = new(this, this, new LiveOptions().MostWaiting);
        }

        public LiveReader Reader { get; }

        public bool IsCutOff { get; private set; }

        public HttpContext? HttpContext { get; set; }

        public override string ConnectionId => "1";

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal? User => null;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features => features;

        public override CancellationToken ConnectionAborted => default;

        public Task<string> Told() => told.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        public override void Abort() => IsCutOff = true;

        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            told.TrySetResult(method);
            return takesNothing ? new TaskCompletionSource().Task : Task.CompletedTask;
        }
    }
}
