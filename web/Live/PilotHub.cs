using CohortCourses.Contracts.Live;
using CohortCourses.Web.Health;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Live;

/// <summary>Tells browsers what happens in a cohort while they look at it. Events are hints; pages are the truth.</summary>
internal sealed class PilotHub(CohortWatchers watchers, LivePages pages, LiveOptions options, WebMetrics metrics) : Hub
{
    public const string Route = "/live";

    /// <summary>The message that says who is here; its argument is a <see cref="WhoIsHere"/>. It has no number and is never missed.</summary>
    public const string PresenceMessage = "presence";

    /// <summary>The message that says who writes at this moment; its argument is a <see cref="SomeoneWrites"/>.</summary>
    public const string TypingMessage = "typing";

    /// <summary>The message that tells staff how many have answered a form; its argument is a <see cref="FormCount"/>. It has no number and is never missed.</summary>
    public const string CountMessage = "responsesCounted";

    /// <summary>The message that says: you missed something, fetch the page again.</summary>
    public const string Reload = "reload";

    /// <summary>
    /// Tells the caller of a cohort's events from now on, and what it missed. Refused as <c>not-found</c> for a cohort that one is not in.
    /// </summary>
    /// <param name="epoch">With <paramref name="number"/> the position that the page shows; both null if it knows none.</param>
    public Task<WatchReply> Watch(string cohort, string? epoch, long? number)
    {
        Reader.Know(Access);
        return watchers.Watch(Reader, cohort, epoch is { Length: <= 40 } && number is { } known ? new FeedPosition(epoch, known) : null);
    }

    /// <summary>
    /// Says which page of the cohort the caller shows: what happens there comes to it whole, what happens elsewhere as ids, and on pages of the
    /// discussion it is told who else is there. To be called before <see cref="Watch"/>. Refused as <c>not-found</c> for a page that is not there
    /// for the caller.
    /// </summary>
    /// <param name="page">A thread's id, or <c>discussion</c> for their list; null for any other page.</param>
    /// <param name="here">Whether the caller's person is at it. Others see it if the person allows that.</param>
    public async Task Look(string cohort, string? page, bool here)
    {
        if (page is not null && !await pages.MayLook(Access, Reader.Learner, page))
        {
            throw new HubException("not-found");
        }

        await watchers.Look(Reader, cohort, page, here);
    }

    /// <summary>Says that the caller's person writes in the thread at this moment. Refused as <c>not-found</c> unless the caller shows that thread.</summary>
    public Task Typing(string cohort, string thread) => Reader.Look?.IsAt(cohort, thread) == true && thread != LivePages.Discussion
        ? watchers.Type(Reader, cohort, thread)
        : throw new HubException("not-found");

    public override Task OnConnectedAsync()
    {
        var reader = new LiveReader(LiveConnections.Of(Context), options);
        Context.Items[typeof(LiveReader)] = reader;
        watchers.Come(reader);
        LiveWay.Forget(Context.GetHttpContext()!);
        metrics.CountLiveReader();
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        metrics.DiscountLiveReader();
        return watchers.Go(Reader);
    }

    private CohortAccess Access => (CohortAccess)Context.Items[typeof(CohortAccess)]!;

    private LiveReader Reader => (LiveReader)Context.Items[typeof(LiveReader)]!;
}
