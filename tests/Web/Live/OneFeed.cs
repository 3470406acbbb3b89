using System.Reflection;
using CohortCourses.Contracts.Live;

namespace CohortCourses.Tests.Web.Live;

/// <summary>The grains, of which there is only one feed.</summary>
internal sealed class OneFeed : ICohortFeedGrain
{
    public OneFeed()
    {
        Grains = DispatchProxy.Create<IGrainFactory, Factory>();
        ((Factory)Grains).Feed = this;
    }

    /// <summary>Answers every question for a grain with the feed.</summary>
    public IGrainFactory Grains { get; }

    public FeedPosition Now { get; set; } = new("first", 0);

    public List<CohortEvent> Ring { get; } = [];

    public bool Fails { get; set; }

    public int Observed { get; private set; }

    public int Stopped { get; private set; }

    public ICohortFeedObserver? Observer { get; private set; }

    public List<NodePresence> Presences { get; } = [];

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

    /// <summary>Factories differ in how many ways they know to ask. This one looks at the name alone.</summary>
    public class Factory : DispatchProxy
    {
        internal OneFeed? Feed { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
        {
            nameof(IGrainFactory.GetGrain) when targetMethod.ReturnType == typeof(ICohortFeedGrain) => Feed,
            nameof(IGrainFactory.CreateObjectReference) => args?[0],
            nameof(IGrainFactory.DeleteObjectReference) => null,
            _ => throw new NotSupportedException(targetMethod?.ToString()),
        };
    }
}
