using CohortCourses.Contracts.Live;
using Microsoft.Extensions.Logging;

namespace CohortCourses.Grains.Live;

/// <summary>Numbers events and passes them on. It stores nothing: after a restart a new epoch sends readers back to their pages.</summary>
[GrainType("feed")]
internal sealed class CohortFeedGrain(ILogger<CohortFeedGrain> log, TimeProvider clock) : Grain, ICohortFeedGrain
{
    private const int Ring = 512;

    private static readonly TimeSpan Stir = TimeSpan.FromMinutes(1);

    private readonly string epoch = Guid.NewGuid().ToString("N")[..12];
    private readonly Queue<CohortEvent> events = new(Ring);
    private readonly ObserverManager<ICohortFeedObserver> observers = new(TimeSpan.FromMinutes(5), log);
    private long number;
    private IGrainTimer? stirring;

    public Task Publish(NewCohortEvent news)
    {
        number++;
        var happened = new CohortEvent(this.GetPrimaryKeyString(), new(epoch, number), news.Kind, news.Payload, clock.GetUtcNow());
        if (events.Count == Ring)
        {
            events.Dequeue();
        }

        events.Enqueue(happened);
        return observers.Notify(observer => observer.Happened(happened));
    }

    public Task<FeedPosition> Observe(ICohortFeedObserver observer)
    {
        observers.Subscribe(observer, observer);
        stirring ??= this.RegisterGrainTimer(_ => StayAwake(), new GrainTimerCreationOptions(Stir, Stir) { KeepAlive = true });
        return Task.FromResult(new FeedPosition(epoch, number));
    }

    public Task StopObserving(ICohortFeedObserver observer)
    {
        observers.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public Task TellPresence(NodePresence presence) => observers.Notify(observer => observer.PresenceTold(presence));

    public Task TellTyping(TypingNow typing) => observers.Notify(observer => observer.TypingTold(typing));

    public Task TellCount(ResponsesCounted count) => observers.Notify(observer => observer.CountTold(count));

    public Task<FeedSlice> Since(FeedPosition position)
    {
        var now = new FeedPosition(epoch, number);
        var known = position.Epoch == epoch && position.Number <= number && position.Number >= number - events.Count;
        return Task.FromResult(known
            ? new FeedSlice(Complete: true, now, [.. events.Where(happened => happened.Position.Number > position.Number)])
            : new FeedSlice(Complete: false, now, []));
    }

    /// <summary>
    /// Lets nobody who listens lose their numbers because the feed went idle, even where the clock is steered far ahead in no time.
    /// Telling nothing lets the observers go that have expired.
    /// </summary>
    private async Task StayAwake()
    {
        await observers.Notify(_ => Task.CompletedTask);
        if (observers.Count == 0)
        {
            stirring?.Dispose();
            stirring = null;
        }
    }
}
