using System.Runtime.CompilerServices;

namespace CohortCourses.Storage;

/// <summary>Documents in one SQLite file, for one process. A write returns when it is on disk; a read sees every write that has returned.</summary>
public sealed class SqliteDocumentStore : IDocumentStore, IDisposable
{
    private const int PageOfDocuments = 64;

    private readonly GroupCommit writer;
    private readonly DocumentReaders readers;

    private SqliteDocumentStore(string database)
    {
        writer = new(database);
        readers = new(database);
    }

    /// <param name="folder">Stays the caller's: dispose it after the store.</param>
    public static SqliteDocumentStore Open(DataFolder folder) => new(folder.DatabasePath);

    /// <inheritdoc />
    public ValueTask<StoredDocument?> ReadAsync(string kind, string key, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        token.ThrowIfCancellationRequested();
        return new(readers.Read(reader => reader.One(kind, key)));
    }

    /// <inheritdoc />
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

    /// <summary>Finishes the writes that wait, then closes the file.</summary>
    public void Dispose()
    {
        writer.Dispose();
        readers.Dispose();
    }
}
