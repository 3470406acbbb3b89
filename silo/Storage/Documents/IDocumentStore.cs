namespace CohortCourses.Storage;

/// <summary>One document as it is kept.</summary>
/// <param name="Kind">What it is, such as <c>cohort</c>.</param>
/// <param name="Key">Which one it is.</param>
/// <param name="Body">Its bytes, as UTF-8 JSON.</param>
/// <param name="ETag">Changes with every write, to what it never was before. It says nothing about order.</param>
public sealed record StoredDocument(string Kind, string Key, ReadOnlyMemory<byte> Body, string ETag);

/// <summary>Keeps documents. What a returned write wrote is on disk.</summary>
public interface IDocumentStore
{
    /// <summary>The document, or null.</summary>
    ValueTask<StoredDocument?> ReadAsync(string kind, string key, CancellationToken token = default);

    /// <summary>Writes and returns the new ETag. A null <paramref name="etag"/> says that there must be none yet.</summary>
    /// <exception cref="StaleDocumentException">The stored ETag is another one.</exception>
    Task<string> WriteAsync(string kind, string key, ReadOnlyMemory<byte> body, string? etag, CancellationToken token = default);

    /// <summary>Deletes; a document that is not there is deleted already.</summary>
    /// <exception cref="StaleDocumentException">The stored ETag is another one.</exception>
    Task DeleteAsync(string kind, string key, string? etag, CancellationToken token = default);

    /// <summary>All documents of a kind, by key.</summary>
    IAsyncEnumerable<StoredDocument> ListAsync(string kind, CancellationToken token = default);

    /// <summary>The kinds that there are documents of, in ordinal order.</summary>
    Task<IReadOnlyList<string>> KindsAsync(CancellationToken token = default);

    /// <summary>
    /// Leaves on disk what documents are, and nothing of what they were or in which order they became so. A reader that stays may hold it up;
    /// then it returns all the same, and the next one does it.
    /// </summary>
    Task ForgetEarlierAsync();
}

/// <summary>Someone else wrote first. The message leaves the key out: it may be a person's sign-in name, and messages reach logs.</summary>
public sealed class StaleDocumentException(string kind, string key, string? expected, string? stored)
    : Exception($"The {kind} was written by someone else: expected version {expected ?? "none"}, stored {stored ?? "none"}.")
{
    public string Kind { get; } = kind;

    public string Key { get; } = key;

    public string? Expected { get; } = expected;

    public string? Stored { get; } = stored;
}
