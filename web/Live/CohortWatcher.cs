using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CohortCourses.Web.Live;

/// <summary>The one observer that this node has of a cohort, for all its readers: from the first that comes to the last that goes.</summary>
internal sealed class CohortWatcher : ICohortFeedObserver
{
    private readonly string cohort;
    private readonly IGrainFactory grains;
    private readonly LivePayloads payloads;
    private readonly SemaphoreSlim comingAndGoing = new(1, 1);
    private readonly Channel<CohortEvent?> news = Channel.CreateUnbounded<CohortEvent?>(new() { SingleReader = true });
    private ImmutableHashSet<LiveReader> readers = [];
    private ICohortFeedObserver? reference;
    private FeedPosition? seen;
    private volatile bool ended;

    public CohortWatcher(string cohort, IGrainFactory grains, LivePayloads payloads, LiveOptions options)
    {
        (this.cohort, this.grains, this.payloads) = (cohort, grains, payloads);
        Presence = new(cohort, Feed, () => Readers, options);
    }

    public string Cohort => cohort;

    public CohortPresence Presence { get; }

    /// <summary>Whether the last reader has gone; then it takes no more.</summary>
    public bool HasEnded => ended;

    public ImmutableHashSet<LiveReader> Readers => Volatile.Read(ref readers);

    private ICohortFeedGrain Feed => grains.Feed(cohort);

    /// <summary>Passes an event on to every reader, after those before it.</summary>
    public Task Happened(CohortEvent happened)
    {
        seen = happened.Position;
        news.Writer.TryWrite(happened);
        return Task.CompletedTask;
    }

    public Task PresenceTold(NodePresence presence)
    {
        Presence.Take(presence);
        return Task.CompletedTask;
    }

    public Task TypingTold(TypingNow typing)
    {
        Presence.Take(typing);
        return Task.CompletedTask;
    }

    /// <summary>A number for those who teach, not kept for anyone: whoever comes later sees it on the page.</summary>
    public Task CountTold(ResponsesCounted count)
    {
        SerializedHubMessage? written = null;
        foreach (var reader in Readers.Where(reader => reader.IsStaffOf(cohort)))
        {
            reader.Tell(written ??= new(new InvocationMessage(PilotHub.CountMessage, [new FormCount(cohort, count.Form, count.Responses)])));
        }

        return Task.CompletedTask;
    }

    /// <returns>False if the last reader has just gone and this watcher with it: then ask for another.</returns>
    public async Task<bool> Join(LiveReader reader)
    {
        await comingAndGoing.WaitAsync();
        try
        {
            if (ended)
            {
                return false;
            }

            readers = readers.Add(reader);
            try
            {
                if (reference is null)
                {
                    reference = grains.CreateObjectReference<ICohortFeedObserver>(this);
                    seen = await Feed.Observe(reference);
                    _ = PassOnAsync();
                }
            }
            catch
            {
                await Remove(reader);
                throw;
            }

            if (reader.IsGone)
            {
                await Remove(reader);
            }
            else if (reader.Look is not null)
            {
                Presence.Change();
            }

            return true;
        }
        finally
        {
            comingAndGoing.Release();
        }
    }

    public async Task Leave(LiveReader reader)
    {
        await comingAndGoing.WaitAsync();
        try
        {
            await Remove(reader);
        }
        finally
        {
            comingAndGoing.Release();
        }
    }

    /// <summary>Renews the observation. If the feed went on without us, or began anew, readers are told what they missed.</summary>
    public async Task Renew()
    {
        await comingAndGoing.WaitAsync();
        try
        {
            if (reference is null || seen is not { } known || await Feed.Observe(reference) is var now && now == known)
            {
                return;
            }

            var slice = await Feed.Since(known);
            seen = slice.Now;
            foreach (var missed in slice.Events)
            {
                news.Writer.TryWrite(missed);
            }

            if (!slice.Complete)
            {
                news.Writer.TryWrite(null);
            }
        }
        finally
        {
            comingAndGoing.Release();
        }
    }

    private async Task PassOnAsync()
    {
        // Not on the turn of whoever came first.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await foreach (var happened in news.Reader.ReadAllAsync())
        {
            if (happened is null)
            {
                foreach (var reader in Readers)
                {
                    reader.TellToReload();
                }
            }
            else
            {
                await PassOn(happened);
            }
        }
    }

    /// <summary>Readers of the page that it is about get all of it, the others its ids. Each of the two is serialised once, if anyone gets it.</summary>
    private async Task PassOn(CohortEvent happened)
    {
        var stored = LiveEvent.Of(happened);
        var page = LivePayloads.PageOf((JsonElement)stored.Payload);
        var everyone = Readers;
        var whole = page is null || everyone.Any(IsThere) ? (await payloads.Whole(happened)).ToMessage() : null;
        SerializedHubMessage? ids = null;
        foreach (var reader in everyone)
        {
            reader.Tell(whole is not null && (page is null || IsThere(reader)) ? whole : ids ??= stored.ToMessage());
        }

        bool IsThere(LiveReader reader) => reader.Look?.IsAt(cohort, page!) == true;
    }

    private async Task Remove(LiveReader reader)
    {
        readers = readers.Remove(reader);
        if (!readers.IsEmpty || reference is not { } standing)
        {
            if (reader.Look is not null)
            {
                Presence.Change();
            }

            return;
        }

        (ended, reference) = (true, null);
        news.Writer.TryComplete();
        try
        {
            await Presence.End();
            await Feed.StopObserving(standing);
        }
        finally
        {
            grains.DeleteObjectReference<ICohortFeedObserver>(standing);
        }
    }
}
