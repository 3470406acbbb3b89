using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>
/// Documents in a container of Azure Storage, a blob each: <c>kind/key.json</c>, with what could mean something in a path escaped, and the same bytes as
/// in a data folder. A write returns when the service has it in three places. Several processes may use it at once: the ETag decides who was first.
/// </summary>
public sealed class BlobDocumentStore(BlobContainerClient container) : IDocumentStore
{
    private const string Ending = ".json";
    private const int AtOnce = 32;

    /// <inheritdoc />
    public async ValueTask<StoredDocument?> ReadAsync(string kind, string key, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        return await ReadAsync(kind, key, Name(kind, key), token);
    }

    /// <inheritdoc />
    /// <remarks>If the answer is lost, the client asks again and may find its own write: the caller then hears that it is stale, and reads anew.</remarks>
    public async Task<string> WriteAsync(string kind, string key, ReadOnlyMemory<byte> body, string? etag, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        var blob = container.GetBlobClient(Name(kind, key));
        var upload = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = "application/json" },
            Conditions = etag is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = await OursAsync(blob, kind, key, etag, token) },
        };
        try
        {
            return (await blob.UploadAsync(new BinaryData(body), upload, token)).Value.ETag.ToString();
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: token);
            return await WriteAsync(kind, key, body, etag, token);
        }
        catch (RequestFailedException error) when (error.Status is 404 or 409 or 412)
        {
            throw await StaleAsync(blob, kind, key, etag, token);
        }
    }

    /// <inheritdoc />
    public async Task DeleteAsync(string kind, string key, string? etag, CancellationToken token = default)
    {
        DocumentName.Check(kind, key);
        var blob = container.GetBlobClient(Name(kind, key));
        if (await TagAsync(blob, token) is not { } stored)
        {
            return;
        }

        if (stored != etag)
        {
            throw new StaleDocumentException(kind, key, etag, stored);
        }

        try
        {
            await blob.DeleteAsync(DeleteSnapshotsOption.None, new() { IfMatch = new ETag(stored) }, token);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            // Somebody else deleted it meanwhile.
        }
        catch (RequestFailedException error) when (error.Status == 412)
        {
            throw await StaleAsync(blob, kind, key, etag, token);
        }
    }

    /// <inheritdoc />
    /// <remarks>What changes on the way may or may not be seen.</remarks>
    public async IAsyncEnumerable<StoredDocument> ListAsync(string kind, [EnumeratorCancellation] CancellationToken token = default)
    {
        DocumentName.Check(kind);
        foreach (var some in (await KeysAsync(kind, token)).Chunk(AtOnce))
        {
            foreach (var document in await Task.WhenAll(some.Select(key => ReadAsync(kind, key, Name(kind, key), token))))
            {
                if (document is not null)
                {
                    yield return document;
                }
            }
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken token = default)
    {
        var kinds = new List<string>();
        await foreach (var folder in Found(container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", "", token)))
        {
            kinds.Add(Uri.UnescapeDataString(folder.Prefix.TrimEnd('/')));
        }

        kinds.Sort(StringComparer.Ordinal);
        return kinds;
    }

    /// <inheritdoc />
    /// <remarks>A blob is replaced whole. That nothing of what it was is kept is up to the account: no versions, no soft delete, no snapshots.</remarks>
    public Task ForgetEarlierAsync() => Task.CompletedTask;

    private static string Name(string kind, string key) => $"{Uri.EscapeDataString(kind)}/{Uri.EscapeDataString(key)}{Ending}";

    /// <summary>By the bytes of the key, as in a data folder.</summary>
    private async Task<List<string>> KeysAsync(string kind, CancellationToken token)
    {
        var prefix = $"{Uri.EscapeDataString(kind)}/";
        var keys = new List<string>();
        await foreach (var blob in Found(container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, token)))
        {
            keys.Add(Uri.UnescapeDataString(blob.Name[prefix.Length..^Ending.Length]));
        }

        keys.Sort((left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));
        return keys;
    }

    private async Task<StoredDocument?> ReadAsync(string kind, string key, string name, CancellationToken token)
    {
        try
        {
            var found = (await container.GetBlobClient(name).DownloadContentAsync(token)).Value;
            return new(kind, key, found.Content.ToMemory(), found.Details.ETag.ToString());
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }

    /// <summary>What a page of an account without the container holds: nothing.</summary>
    private static async IAsyncEnumerable<T> Found<T>(AsyncPageable<T> pages)
        where T : notnull
    {
        await using var all = pages.GetAsyncEnumerator();
        while (await NextAsync(all))
        {
            yield return all.Current;
        }
    }

    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> all)
    {
        try
        {
            return await all.MoveNextAsync();
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }

    /// <summary>An ETag that the service did not make is stale, not an error.</summary>
    private static async Task<ETag> OursAsync(BlobClient blob, string kind, string key, string etag, CancellationToken token) =>
        etag.Length > 2 && etag[0] == '"' && etag[^1] == '"' ? new ETag(etag) : throw await StaleAsync(blob, kind, key, etag, token);

    private static async Task<StaleDocumentException> StaleAsync(BlobClient blob, string kind, string key, string? etag, CancellationToken token) =>
        new(kind, key, etag, await TagAsync(blob, token));

    private static async Task<string?> TagAsync(BlobClient blob, CancellationToken token)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: token)).Value.ETag.ToString();
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return null;
        }
    }
}
