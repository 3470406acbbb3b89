using CohortCourses.Contracts.Live;
using CohortCourses.Web.Health;
using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Live;

/// <summary>Tells browsers what happens in a cohort while they look at it. Events are hints; pages are the truth.</summary>
internal sealed class PilotHub(CohortWatchers watchers, IHubContext<PilotHub> hub, LiveOptions options, WebMetrics metrics) : Hub
{
    public const string Route = "/live";

    /// <summary>The message that says: what you missed is not known any more, fetch the page again. Its argument is a <see cref="LivePosition"/>.</summary>
    public const string Reload = "reload";

    /// <summary>
    /// Tells the caller of a cohort's events from now on, and what it missed. Refused as <c>not-found</c> for a cohort that one is not in.
    /// </summary>
    /// <param name="epoch">With <paramref name="number"/> the position that the page shows; both null if it knows none.</param>
    public Task<WatchReply> Watch(string cohort, string? epoch, long? number) =>
        watchers.Watch(Reader, cohort, epoch is { Length: <= 40 } && number is { } known ? new FeedPosition(epoch, known) : null);

    public override Task OnConnectedAsync()
    {
        var reader = new LiveReader(Context, hub.Clients.Client(Context.ConnectionId), options.MostWaiting);
        Context.Items[typeof(LiveReader)] = reader;
        watchers.Come(reader);
        metrics.CountLiveReader();
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        metrics.DiscountLiveReader();
        return watchers.Go(Reader);
    }

    private LiveReader Reader => (LiveReader)Context.Items[typeof(LiveReader)]!;
}
