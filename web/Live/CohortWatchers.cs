using System.Collections.Concurrent;
using System.Text.Json;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Live;

namespace CohortCourses.Web.Live;

/// <summary>All cohorts that someone on this node looks at, with one observer each.</summary>
internal sealed partial class CohortWatchers(IGrainFactory grains, LivePayloads payloads, LivePages pages, LiveOptions options, ILogger<CohortWatchers> log) : BackgroundService
{
    private readonly ConcurrentDictionary<string, CohortWatcher> watchers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LiveReader, byte> readers = new();

    /// <summary>How many cohorts are observed.</summary>
    public int Count => watchers.Count;

    public void Come(LiveReader reader) => readers.TryAdd(reader, 0);

    public async Task Go(LiveReader reader)
    {
        reader.Go();
        readers.TryRemove(reader, out _);
        foreach (var watcher in watchers.Values.Where(watcher => watcher.Readers.Contains(reader)))
        {
            await Leave(watcher, reader);
        }
    }

    /// <summary>Tells the reader of the cohort from now on, and what came after a position.</summary>
    /// <param name="from">What the page shows; null for a page that knows nothing.</param>
    public async Task<WatchReply> Watch(LiveReader reader, string cohort, FeedPosition? from)
    {
        await Join(reader, cohort);
        var slice = await grains.Feed(cohort).Since(from ?? new("", 0));
        return from is not null && (!slice.Complete || slice.Events.Length > options.MostMissed)
            ? new(slice.Now.Epoch, slice.Now.Number, Reload: true, [])
            : new(slice.Now.Epoch, slice.Now.Number, Reload: false, await Task.WhenAll(slice.Events.Select(missed => Seen(missed, reader.Look))));
    }

    /// <summary>The reader shows a page now, and may be shown on it.</summary>
    /// <param name="page">A name of <see cref="LivePages"/> that the reader may see; null for a page without live parts of its own.</param>
    /// <param name="isHere">Whether its person is at it.</param>
    public async Task Look(LiveReader reader, string cohort, string? page, bool isHere)
    {
        var before = reader.Look;
        reader.Look = page is null ? null : new(cohort, page, isHere ? await pages.Shown(cohort, reader.Learner) : null);
        foreach (var changed in new[] { before?.Cohort, cohort }.OfType<string>().Distinct())
        {
            if (reader.Look != before && watchers.TryGetValue(changed, out var watcher) && watcher.Readers.Contains(reader))
            {
                watcher.Presence.Change();
            }
        }
    }

    /// <summary>Tells the others who look at the thread that the reader's person writes, if they may see it.</summary>
    public async Task Type(LiveReader reader, string cohort, string thread)
    {
        if (watchers.TryGetValue(cohort, out var watcher)
            && watcher.Presence.MayTellTyping(reader.Learner, thread)
            && await pages.Shown(cohort, reader.Learner) is { } person
            && !await pages.IsMuted(cohort, reader.Learner))
        {
            await grains.Feed(cohort).TellTyping(new(thread, person));
        }
    }

    /// <summary>Cuts off every connection of someone who signed out or was removed. Whoever still may look comes back by themself.</summary>
    public void Close(string learner)
    {
        foreach (var reader in readers.Keys.Where(reader => reader.Learner == learner))
        {
            reader.Close();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.ObserveEvery, options.Clock);
        var checkedAt = options.Clock.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RenewAll();
            if (options.Clock.GetElapsedTime(checkedAt) >= options.CheckEvery)
            {
                checkedAt = options.Clock.GetTimestamp();
                await CheckAll();
            }
        }
    }

    private Task<LiveEvent> Seen(CohortEvent missed, LookedAt? look)
    {
        var stored = LiveEvent.Of(missed);
        return LivePayloads.PageOf((JsonElement)stored.Payload) is { } page && look?.IsAt(missed.Cohort, page) != true
            ? Task.FromResult(stored)
            : payloads.Whole(missed);
    }

    private async Task Join(LiveReader reader, string cohort)
    {
        while (true)
        {
            var watcher = watchers.GetOrAdd(cohort, static (slug, own) => new(slug, own.grains, own.payloads, own.options), (grains, payloads, options));
            try
            {
                if (await watcher.Join(reader))
                {
                    return;
                }
            }
            finally
            {
                Forget(watcher);
            }
        }
    }

    private async Task Leave(CohortWatcher watcher, LiveReader reader)
    {
        try
        {
            await watcher.Leave(reader);
        }
        finally
        {
            Forget(watcher);
        }
    }

    private void Forget(CohortWatcher watcher)
    {
        if (watcher.HasEnded)
        {
            watchers.TryRemove(new(watcher.Cohort, watcher));
        }
    }

    /// <summary>Renews every observation.</summary>
    internal Task RenewAll() => ForEach(watcher => watcher.Renew());

    /// <summary>Tells other nodes again who looks here, and cuts off who may not look any more.</summary>
    internal Task CheckAll() => ForEach(watcher =>
    {
        watcher.Presence.Renew();
        return CloseStrangers(watcher);
    });

    private async Task ForEach(Func<CohortWatcher, Task> work)
    {
        foreach (var watcher in watchers.Values)
        {
            try
            {
                await work(watcher);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogNotRenewed(error, watcher.Cohort);
            }
        }
    }

    /// <summary>Cuts off who signed out everywhere or was taken off the roster since they began to look.</summary>
    private async Task CloseStrangers(CohortWatcher watcher)
    {
        foreach (var reader in watcher.Readers)
        {
            reader.CloseIfStuck();
            if (!await reader.MayWatch(grains, watcher.Cohort))
            {
                reader.Close();
            }
            else if (reader.Look is { Person: not null } look && look.Cohort == watcher.Cohort)
            {
                // They may have asked not to be shown any more, on another node.
                await Look(reader, look.Cohort, look.Page, isHere: true);
            }
        }
    }

    [LoggerMessage(2201, LogLevel.Warning, "The live feed of {Cohort} could not be renewed; the next round tries again.")]
    private partial void LogNotRenewed(Exception error, string cohort);
}
