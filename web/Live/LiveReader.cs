using System.Diagnostics;
using System.Security.Claims;
using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CohortCourses.Web.Live;

/// <summary>
/// One browser that is connected. It is written to at once while it takes what it gets. While it does not, what comes waits, in order;
/// when too much does, none of it goes out: the browser is told to fetch its page anew. It never holds up anyone else.
/// </summary>
internal sealed class LiveReader(HubConnectionContext connection, LiveOptions options)
{
    private static readonly SerializedHubMessage Reload = new(new InvocationMessage(PilotHub.Reload, []));

    private readonly AccountRecord account = connection.GetHttpContext()!.Account();
    private readonly Lock writing = new();
    private Queue<SerializedHubMessage>? waiting;
    private bool isWriting;
    private bool mustReload;
    private long writingSince;
    private volatile bool isGone;
    private volatile LookedAt? look;
    private volatile string? staffOf;

    public string Learner => account.Learner;

    public bool IsGone => isGone;

    /// <summary>What it shows now; null while that is no page that has live parts of its own.</summary>
    public LookedAt? Look
    {
        get => look;
        set => look = value;
    }

    /// <summary>Whether its person teaches or evaluates there, or organises, as of the last time that was looked up.</summary>
    public bool IsStaffOf(string cohort) => staffOf == cohort;

    /// <summary>Keeps what its person is in the cohort that it watches.</summary>
    public void Know(CohortAccess access) => staffOf = access.IsStaff ? access.Slug : null;

    /// <summary>What it was last told of who is here.</summary>
    public SerializedHubMessage? Presence { get; set; }

    /// <summary>Writes now, or after what waits already.</summary>
    public void Tell(SerializedHubMessage message)
    {
        lock (writing)
        {
            if (isGone)
            {
                return;
            }

            if (isWriting)
            {
                Keep(message);
                return;
            }

            // It never fails: a connection that cannot be written to ends itself.
            var written = connection.WriteAsync(message);
            if (!written.IsCompleted)
            {
                (isWriting, writingSince) = (true, Stopwatch.GetTimestamp());
                _ = DrainAsync(written);
            }
        }
    }

    /// <summary>Sends the browser to its page, after which it needs nothing of what waits.</summary>
    public void TellToReload() => Tell(Reload);

    /// <summary>Cuts off a browser that has taken nothing for long; it comes back when its line does.</summary>
    public void CloseIfStuck()
    {
        lock (writing)
        {
            if (isWriting && Stopwatch.GetElapsedTime(writingSince) > options.LongestWrite)
            {
                connection.Abort();
            }
        }
    }

    /// <summary>Whether the session that connected still stands and its owner is still in the cohort.</summary>
    public async Task<bool> MayWatch(IGrainFactory grains, string cohort)
    {
        if (await grains.Account(account.NormalisedName).Get() is { } now && now.SecurityStamp == account.SecurityStamp
            && await CohortAccess.Find(grains, cohort, User) is { } access)
        {
            Know(access);
            return true;
        }

        return false;
    }

    /// <summary>Cuts the browser off.</summary>
    public void Close() => connection.Abort();

    public void Go()
    {
        lock (writing)
        {
            isGone = true;
            waiting = null;
        }
    }

    private ClaimsPrincipal User => connection.User;

    private void Keep(SerializedHubMessage message)
    {
        if (mustReload || message == Reload || waiting?.Count >= options.MostWaiting)
        {
            (mustReload, waiting) = (true, null);
            CloseIfStuck();
        }
        else
        {
            (waiting ??= new()).Enqueue(message);
        }
    }

    private async Task DrainAsync(ValueTask written)
    {
        while (true)
        {
            await written;
            lock (writing)
            {
                if (Next() is not { } next)
                {
                    isWriting = false;
                    return;
                }

                written = connection.WriteAsync(next);
                writingSince = Stopwatch.GetTimestamp();
            }
        }
    }

    private SerializedHubMessage? Next()
    {
        if (mustReload)
        {
            mustReload = false;
            return Reload;
        }

        if (waiting?.TryDequeue(out var next) == true)
        {
            return next;
        }

        waiting = null;
        return null;
    }
}
