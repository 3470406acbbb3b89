using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>A page of what copies wrote here. It names no document: who does not know all of one learns nothing from it.</summary>
[Document(CopyLedger.Kind, 1)]
internal sealed record CopyDocument(ImmutableArray<string> Digests);

/// <summary>Remembers, beside the documents themselves, which of them a copy wrote as they are: all others were written since, or by something else.</summary>
internal sealed class CopyLedger
{
    public const string Kind = "copy";

    private static readonly DocumentSerializer Serializer = new();

    private readonly IDocumentStore store;
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    private CopyLedger(IDocumentStore store) => this.store = store;

    public static async Task<CopyLedger> ReadAsync(IDocumentStore store, CancellationToken token)
    {
        var ledger = new CopyLedger(store);
        await foreach (var page in store.ListAsync(Kind, token))
        {
            ledger.written.UnionWith(Serializer.Deserialize<CopyDocument>(new(page.Body))!.Digests);
        }

        return ledger;
    }

    /// <summary>Of the whole document, name and all; half a SHA-256.</summary>
    public static string Digest(StoredDocument document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{document.Kind}\0{document.Key}\0"));
        hash.AppendData(document.Body.Span);
        return Convert.ToBase64String(hash.GetHashAndReset().AsSpan(0, 16));
    }

    public bool Has(string digest) => written.Contains(digest);

    /// <summary>To be called when the documents are written: what is missing here after an interruption is taken for written since.</summary>
    public async Task AddAsync(IEnumerable<string> digests, CancellationToken token)
    {
        var page = digests.Where(written.Add).ToImmutableArray();
        if (!page.IsEmpty)
        {
            await store.WriteAsync(Kind, Guid.NewGuid().ToString("N"), Serializer.Serialize(new CopyDocument(page)).ToMemory(), etag: null, token);
        }
    }
}
