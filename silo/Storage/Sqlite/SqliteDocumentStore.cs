using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortCourses.Storage;

/// <summary>Documents in one SQLite file, for one process. A write returns when it is on disk; a read sees every write that has returned.</summary>
public sealed class SqliteDocumentStore : IDocumentStore, IDisposable
{
    private const int PageOfDocuments = 64;

    private readonly StorageMetrics metrics;
    private readonly GroupCommit writer;
    private readonly DocumentReaders readers;

    private SqliteDocumentStore(string database, ILogger logger, IMeterFactory? meters)
    {
        metrics = new(meters);
        writer = new(database, metrics, logger);
        readers = new(database);
    }

    /// <param name="folder">Stays the caller's: dispose it after the store.</param>
    /// <param name="logger">Hears of commits that fail or are slow.</param>
    /// <param name="meters">Makes the meter <c>CohortCourses.Storage</c>.</param>
    public static SqliteDocumentStore Open(DataFolder folder, ILogger<SqliteDocumentStore>? logger = null, IMeterFactory? meters = null) =>
        new(folder.DatabasePath, logger ?? NullLogger<SqliteDocumentStore>.Instance, meters);

    /// <inheritdoc />
    public ValueTask<StoredDocument?> ReadAsync(string kind, string key, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        token.ThrowIfCancellationRequested();
        return new(readers.Read(reader => reader.One(kind, key)));
    }

    /// <inheritdoc />
    /// <remarks>Called off while it waits, a write never happens; once its commit has begun, it does.</remarks>
    public Task<string> WriteAsync(string kind, string key, ReadOnlyMemory<byte> body, string? etag, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        return writer.Enqueue(new(kind, key, body, etag, token));
    }

    /// <inheritdoc />
    public Task DeleteAsync(string kind, string key, string? etag, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        return writer.Enqueue(new(kind, key, body: null, etag, token));
    }

    /// <inheritdoc />
    /// <remarks>Reads a page at a time: what changes on the way may or may not be seen.</remarks>
    public async IAsyncEnumerable<StoredDocument> ListAsync(string kind, [EnumeratorCancellation] CancellationToken token = default)
    {
        DocumentName.Check(kind);
        var after = "";
        List<StoredDocument> page;
        do
        {
            token.ThrowIfCancellationRequested();
            page = readers.Read(reader => reader.Page(kind, after, PageOfDocuments));
            foreach (var document in page)
            {
                yield return document;
                after = document.Key;
            }

            await Task.CompletedTask;
        }
        while (page.Count == PageOfDocuments);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> KindsAsync(CancellationToken token = default) => Task.FromResult(readers.Read(reader => reader.Kinds()));

    /// <inheritdoc />
    public Task ForgetEarlierAsync() => writer.EmptyLog();

    /// <summary>Finishes the writes that wait, then closes the file and leaves no log beside it.</summary>
    public void Dispose()
    {
        // The writer last: whoever closes last puts the log into the database, and readers may not.
        readers.Dispose();
        writer.Dispose();
        metrics.Dispose();
    }
}
