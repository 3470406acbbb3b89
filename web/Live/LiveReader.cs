using System.Security.Claims;
using System.Threading.Channels;
using CohortCourses.Web.People;
using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Live;

/// <summary>One browser that is connected. Its messages go out in order, and never hold up anyone else's.</summary>
internal sealed class LiveReader
{
    private readonly HubCallerContext connection;
    private readonly IClientProxy browser;
    private readonly Channel<(string Method, object Argument)> waiting;
    private volatile bool isGone;

    public LiveReader(HubCallerContext connection, IClientProxy browser, int mostWaiting)
    {
        (this.connection, this.browser) = (connection, browser);
        waiting = Channel.CreateBounded<(string, object)>(new BoundedChannelOptions(mostWaiting) { SingleReader = true });
        _ = SendAsync();
    }

    public ClaimsPrincipal User => connection.User!;

    public string Learner => User.LearnerId();

    public bool IsGone => isGone;

    /// <summary>Sends soon. A browser that takes its messages too slowly is cut off.</summary>
    public void Tell(string method, object argument)
    {
        if (!waiting.Writer.TryWrite((method, argument)))
        {
            connection.Abort();
        }
    }

    /// <summary>Cuts the browser off.</summary>
    public void Close() => connection.Abort();

    public void Go()
    {
        isGone = true;
        waiting.Writer.TryComplete();
    }

    private async Task SendAsync()
    {
        await foreach (var (method, argument) in waiting.Reader.ReadAllAsync())
        {
            await browser.SendAsync(method, argument);
        }
    }
}
