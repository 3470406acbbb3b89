using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Live;

namespace CohortCourses.Web.Live;

/// <summary>The one observer that this node has of a cohort, for all its readers: from the first that comes to the last that goes.</summary>
internal sealed class CohortWatcher(string cohort, IGrainFactory grains) : ICohortFeedObserver
{
    private readonly SemaphoreSlim comingAndGoing = new(1, 1);
    private ImmutableHashSet<LiveReader> readers = [];
    private ICohortFeedObserver? reference;
    private FeedPosition? seen;
    private volatile bool ended;

    public string Cohort => cohort;

    /// <summary>Whether the last reader has gone; then it takes no more.</summary>
    public bool HasEnded => ended;

    public ImmutableHashSet<LiveReader> Readers => Volatile.Read(ref readers);

    private ICohortFeedGrain Feed => grains.Feed(cohort);

    /// <summary>Passes an event on to every reader.</summary>
    public Task Happened(CohortEvent happened)
    {
        seen = happened.Position;
        Tell(happened.Kind, LiveEvent.Of(happened));
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
                Tell(missed.Kind, LiveEvent.Of(missed));
            }

            if (!slice.Complete)
            {
                Tell(PilotHub.Reload, new LivePosition(cohort, slice.Now.Epoch, slice.Now.Number));
            }
        }
        finally
        {
            comingAndGoing.Release();
        }
    }

    private void Tell(string method, object argument)
    {
        foreach (var reader in Readers)
        {
            reader.Tell(method, argument);
        }
    }

    private async Task Remove(LiveReader reader)
    {
        readers = readers.Remove(reader);
        if (!readers.IsEmpty || reference is not { } standing)
        {
            return;
        }

        (ended, reference) = (true, null);
        try
        {
            await Feed.StopObserving(standing);
        }
        finally
        {
            grains.DeleteObjectReference<ICohortFeedObserver>(standing);
        }
    }
}
