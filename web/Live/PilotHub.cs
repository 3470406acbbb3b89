using CohortCourses.Contracts.Live;
using CohortCourses.Web.Health;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Live;

/// <summary>Tells browsers what happens in a cohort while they look at it. Events are hints; pages are the truth.</summary>
internal sealed class PilotHub(CohortWatchers watchers, IEnumerable<ILivePages> pages, LiveOptions options, WebMetrics metrics) : Hub
{
    public const string Route = "/live";

    private const int LongestPage = 60;

    /// <summary>The message that says: you missed something, fetch the page again.</summary>
    public const string Reload = "reload";

    /// <summary>
    /// Tells the caller of a cohort's events from now on, and what it missed. Refused as <c>not-found</c> for a cohort that one is not in.
    /// </summary>
    /// <param name="epoch">With <paramref name="number"/> the position that the page shows; both null if it knows none.</param>
    public Task<WatchReply> Watch(string cohort, string? epoch, long? number) =>
        watchers.Watch(Reader, cohort, epoch is { Length: <= 40 } && number is { } known ? new FeedPosition(epoch, known) : null);

    /// <summary>
    /// Says which page of the cohort the caller looks at: what happens there comes to it as it is shown, what happens elsewhere as ids. It is
    /// called before <see cref="Watch"/>. Refused as <c>not-found</c> for a page that is not there for the caller.
    /// </summary>
    /// <param name="page">The name of the page in <see cref="ILivePages"/>; null for any other.</param>
    public async Task Look(string cohort, string? page)
    {
        if (page is not null && !await MayLook((CohortAccess)Context.Items[typeof(CohortAccess)]!, page))
        {
            throw new HubException("not-found");
        }

        Reader.Look = page is null ? null : new(cohort, page);
    }

    public override Task OnConnectedAsync()
    {
        var reader = new LiveReader(LiveConnections.Of(Context), options);
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

    private async Task<bool> MayLook(CohortAccess access, string page)
    {
        foreach (var known in pages)
        {
            if (page.Length <= LongestPage && await known.MayLook(access, Reader.Learner, page))
            {
                return true;
            }
        }

        return false;
    }

    private LiveReader Reader => (LiveReader)Context.Items[typeof(LiveReader)]!;
}
