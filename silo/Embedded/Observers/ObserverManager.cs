using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CohortCourses.Embedded;

/// <summary>
/// The observers that a grain calls back. Whoever does not subscribe again before the expiration is forgotten, and so is one whose
/// call fails.
/// </summary>
public sealed partial class ObserverManager<TObserver>(TimeSpan expiration, ILogger log)
    where TObserver : IAddressable
{
    private readonly ConcurrentDictionary<IAddressable, Subscription> subscriptions = new();

    /// <summary>How long a subscription lasts, in real time: a clock that is moved ahead cuts nobody off.</summary>
    public TimeSpan ExpirationDuration { get; set; } = expiration;

    /// <summary>The clock that subscriptions are measured by.</summary>
    public Func<DateTime> GetDateTime { get; set; } = () => TimeProvider.System.GetUtcNow().UtcDateTime;

    public int Count => subscriptions.Count;

    /// <summary>Subscribes, or renews a subscription.</summary>
    public void Subscribe(IAddressable id, TObserver observer) => subscriptions[id] = new(observer, GetDateTime());

    public void Unsubscribe(IAddressable id) => subscriptions.TryRemove(id, out _);

    public void Clear() => subscriptions.Clear();

    /// <summary>Calls all observers, one after the other.</summary>
    public async Task Notify(Func<TObserver, Task> notification)
    {
        var now = GetDateTime();
        foreach (var (id, subscription) in subscriptions)
        {
            if (now - subscription.SeenAt > ExpirationDuration)
            {
                subscriptions.TryRemove(new(id, subscription));
                continue;
            }

            try
            {
                await notification(subscription.Observer);
            }
            catch (Exception exception)
            {
                LogObserverFailed(log, exception);
                subscriptions.TryRemove(new(id, subscription));
            }
        }
    }

    [LoggerMessage(131, LogLevel.Information, "An observer failed and is forgotten")]
    private static partial void LogObserverFailed(ILogger log, Exception exception);

    private sealed record Subscription(TObserver Observer, DateTime SeenAt);
}
