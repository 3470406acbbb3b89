using CohortCourses.Contracts.Live;

namespace CohortCourses.Tests.Web.Live;

/// <summary>The grains, of which there is only one feed.</summary>
internal sealed class OneFeed : IGrainFactory, ICohortFeedGrain
{
    public FeedPosition Now { get; set; } = new("first", 0);

    public List<CohortEvent> Ring { get; } = [];

    public bool Fails { get; set; }

    public int Observed { get; private set; }

    public int Stopped { get; private set; }

    public ICohortFeedObserver? Observer { get; private set; }

    public List<NodePresence> Presences { get; } = [];

    public TGrain GetGrain<TGrain>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrain : IGrainWithStringKey => this is TGrain feed ? feed : throw new NotSupportedException();

    public TObserver CreateObjectReference<TObserver>(IGrainObserver obj)
        where TObserver : IGrainObserver => (TObserver)obj;

    public void DeleteObjectReference<TObserver>(IGrainObserver obj)
        where TObserver : IGrainObserver
    {
    }

    public Task Publish(NewCohortEvent news)
    {
        Now = Now with { Number = Now.Number + 1 };
        Ring.Add(new("spring", Now, news.Kind, news.Payload, DateTimeOffset.UnixEpoch));
        return Observer?.Happened(Ring[^1]) ?? Task.CompletedTask;
    }

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

    public Task TellPresence(NodePresence presence)
    {
        Presences.Add(presence);
        return Observer?.PresenceTold(presence) ?? Task.CompletedTask;
    }

    public Task TellTyping(TypingNow typing) => Observer?.TypingTold(typing) ?? Task.CompletedTask;

    public Task TellCount(ResponsesCounted count) => Observer?.CountTold(count) ?? Task.CompletedTask;

    public Task<FeedSlice> Since(FeedPosition position) =>
        Task.FromResult(new FeedSlice(position.Epoch == Now.Epoch, Now, position.Epoch == Now.Epoch ? [.. Ring.Where(known => known.Position.Number > position.Number)] : []));
}
