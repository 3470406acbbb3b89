using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CohortCourses.Storage;

/// <summary>Documents in memory, for tests and for a demo that leaves nothing behind. Behaves like the one on disk, which one suite checks.</summary>
public sealed class MemoryDocumentStore : IDocumentStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Kind, string Key), StoredDocument> documents = [];
    private long sequence;

    /// <inheritdoc />
    public ValueTask<StoredDocument?> ReadAsync(string kind, string key, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        token.ThrowIfCancellationRequested();
        lock (gate)
        {
            return new(documents.GetValueOrDefault((kind, key)));
        }
    }

    /// <inheritdoc />
    public Task<string> WriteAsync(string kind, string key, ReadOnlyMemory<byte> body, string? etag, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        if (token.IsCancellationRequested)
        {
            return Task.FromCanceled<string>(token);
        }

        lock (gate)
        {
            var stored = documents.GetValueOrDefault((kind, key))?.ETag;
            if (stored != etag)
            {
                return Task.FromException<string>(new StaleDocumentException(kind, key, etag, stored));
            }

            var tag = (++sequence).ToString(CultureInfo.InvariantCulture);
            documents[(kind, key)] = new(kind, key, body.ToArray(), tag);
            return Task.FromResult(tag);
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(string kind, string key, string? etag, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        if (token.IsCancellationRequested)
        {
            return Task.FromCanceled(token);
        }

        lock (gate)
        {
            if (documents.TryGetValue((kind, key), out var stored) && stored.ETag != etag)
            {
                return Task.FromException(new StaleDocumentException(kind, key, etag, stored.ETag));
            }

            documents.Remove((kind, key));
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredDocument> ListAsync(string kind, [EnumeratorCancellation] CancellationToken token = default)
    {
        DocumentName.Check(kind);
        foreach (var document in Snapshot(kind))
        {
            token.ThrowIfCancellationRequested();
            yield return document;
            await Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> KindsAsync(CancellationToken token = default)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. documents.Keys.Select(name => name.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        }
    }

    // By the bytes of the key, as SQLite orders them.
    private List<StoredDocument> Snapshot(string kind)
    {
        lock (gate)
        {
            var all = documents.Values.Where(document => document.Kind == kind).ToList();
            all.Sort((left, right) => Encoding.UTF8.GetBytes(left.Key).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right.Key)));
            return all;
        }
    }

    /// <inheritdoc />
    public Task ForgetEarlierAsync() => Task.CompletedTask;
}
