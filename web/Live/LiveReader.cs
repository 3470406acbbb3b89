using System.Security.Claims;
using System.Threading.Channels;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.SignalR;

namespace CohortCourses.Web.Live;

/// <summary>One browser that is connected. Its messages go out in order, and never hold up anyone else's.</summary>
internal sealed class LiveReader
{
    private readonly HubCallerContext connection;
    private readonly AccountRecord account;
    private readonly IClientProxy browser;
    private readonly Channel<(string Method, object Argument)> waiting;
    private volatile bool isGone;

    public LiveReader(HubCallerContext connection, IClientProxy browser, int mostWaiting)
    {
        (this.connection, this.browser) = (connection, browser);
        account = connection.GetHttpContext()!.Account();
        waiting = Channel.CreateBounded<(string, object)>(new BoundedChannelOptions(mostWaiting) { SingleReader = true });
        _ = SendAsync();
    }

    public string Learner => account.Learner;

    public bool IsGone => isGone;

    /// <summary>Sends soon. A browser that takes its messages too slowly is cut off.</summary>
    public void Tell(string method, object argument)
    {
        if (!waiting.Writer.TryWrite((method, argument)))
        {
            connection.Abort();
        }
    }

    /// <summary>Whether the session that connected still stands and its owner is still in the cohort.</summary>
    public async Task<bool> MayWatch(IGrainFactory grains, string cohort) =>
        await grains.Account(account.NormalisedName).Get() is { } now && now.SecurityStamp == account.SecurityStamp
        && await CohortAccess.Find(grains, cohort, User) is not null;

    /// <summary>Cuts the browser off.</summary>
    public void Close() => connection.Abort();

    public void Go()
    {
        isGone = true;
        waiting.Writer.TryComplete();
    }

    private ClaimsPrincipal User => connection.User!;

    private async Task SendAsync()
    {
        await foreach (var (method, argument) in waiting.Reader.ReadAllAsync())
        {
            await browser.SendAsync(method, argument);
        }
    }
}
