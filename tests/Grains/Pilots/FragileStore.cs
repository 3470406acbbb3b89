using System.Collections.Concurrent;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Grains.Pilots;

/// <summary>When a write fails: nobody who waits for it can tell which it was.</summary>
public enum Fault
{
    BeforeItIsKept,
    AfterItIsKept,
}

/// <summary>A store whose writes can be made to fail, and that says when one was kept.</summary>
public sealed class FragileStore(IDocumentStore inner) : IDocumentStore
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> writes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> reads = new(StringComparer.Ordinal);

    /// <summary>The next write of that kind fails.</summary>
    public void FailNext(string kind, Fault fault) => faults.GetOrAdd(kind, _ => new()).Enqueue(fault);

    /// <summary>How many writes of a kind were kept.</summary>
    public int Writes(string kind) => counts.GetValueOrDefault(kind);

    /// <summary>How often a kind was read: once each time that one of its grains wakes.</summary>
    public int Reads(string kind) => reads.GetValueOrDefault(kind);

    /// <summary>Ends with the next write of that kind that is kept.</summary>
    public Task NextWrite(string kind) => Signal(kind).Task;

    /// <summary>Ends with the next write of one document that is kept.</summary>
    public Task NextWrite(string kind, string key) => Signal($"{kind}/{key}").Task;

    /// <summary>Everything that is kept, of every kind that was ever written here.</summary>
    public async Task<List<StoredDocument>> Everything()
    {
        var all = new List<StoredDocument>();
        foreach (var kind in counts.Keys)
        {
            await foreach (var document in inner.ListAsync(kind))
            {
                all.Add(document);
            }
        }

        return all;
    }

    public ValueTask<StoredDocument?> ReadAsync(string kind, string key, CancellationToken token = default)
    {
        reads.AddOrUpdate(kind, 1, (_, count) => count + 1);
        return inner.ReadAsync(kind, key, token);
    }

    public async Task<string> WriteAsync(string kind, string key, ReadOnlyMemory<byte> body, string? etag, CancellationToken token = default)
    {
        var fault = Next(kind);
        if (fault == Fault.BeforeItIsKept)
        {
            throw new IOException($"The disk failed before the {kind} was kept.");
        }

        var tag = await inner.WriteAsync(kind, key, body, etag, token);
        counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
        foreach (var signal in new[] { kind, $"{kind}/{key}" })
        {
            if (writes.TryRemove(signal, out var waiting))
            {
                waiting.TrySetResult();
            }
        }

        return fault is null ? tag : throw new IOException($"The process died after the {kind} was kept.");
    }

    public async Task DeleteAsync(string kind, string key, string? etag, CancellationToken token = default)
    {
        var fault = Next(kind);
        if (fault == Fault.BeforeItIsKept)
        {
            throw new IOException($"The disk failed before the {kind} was deleted.");
        }

        await inner.DeleteAsync(kind, key, etag, token);
        if (fault is not null)
        {
            throw new IOException($"The process died after the {kind} was deleted.");
        }
    }

    public IAsyncEnumerable<StoredDocument> ListAsync(string kind, CancellationToken token = default) => inner.ListAsync(kind, token);

    public Task<IReadOnlyList<string>> KindsAsync(CancellationToken token = default) => inner.KindsAsync(token);

    public Task ForgetEarlierAsync() => inner.ForgetEarlierAsync();

    private Fault? Next(string kind) => faults.TryGetValue(kind, out var queue) && queue.TryDequeue(out var fault) ? fault : null;

    private TaskCompletionSource Signal(string kind) =>
        writes.GetOrAdd(kind, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
