using System.Collections.Immutable;
using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>What a copy did.</summary>
/// <param name="Documents">How many documents of each kind there are now, the same on both sides.</param>
/// <param name="Written">How many were missing.</param>
/// <param name="Replaced">How many were as an earlier copy had left them.</param>
/// <param name="Removed">How many an earlier copy had left that are not there any more.</param>
internal sealed record CopyResult(ImmutableSortedDictionary<string, long> Documents, int Written, int Replaced, int Removed);

/// <summary>A copy cannot be made, or not as it is. The message says why and what to do.</summary>
internal sealed class CopyException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Copies all documents from one store to another, byte for byte. May be cut short and run again: it writes what is missing, replaces only what an
/// earlier copy left and nobody has touched since, and refuses before the first write where anything else differs.
/// </summary>
internal sealed class DocumentCopy(IDocumentStore source, IDocumentStore target, Func<StoredDocument, string?> problem)
{
    private const int AtOnce = 32;
    private const int InOnePage = 512;

    /// <exception cref="CopyException">See its message; what was written so far stays, and another run goes on.</exception>
    public async Task<CopyResult> RunAsync(CancellationToken token)
    {
        var wanted = await LookAsync(source, problem, token);
        var ledger = await CopyLedger.ReadAsync(target, token);
        var found = await LookAsync(target, problem: null, token);
        Refuse(wanted, found, ledger);
        var differing = wanted.Where(document => Differs(found, document)).ToDictionary();
        var gone = found.Where(document => !wanted.ContainsKey(document.Key)).ToList();
        try
        {
            foreach (var page in wanted.Chunk(InOnePage))
            {
                await Parallel.ForEachAsync(
                    page.Where(document => differing.ContainsKey(document.Key)),
                    new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token },
                    async (document, stop) => await WriteAsync(document.Key, document.Value.Digest, found.GetValueOrDefault(document.Key)?.ETag, stop));
                await ledger.AddAsync(page.Select(document => document.Value.Digest), token);
            }

            foreach (var (name, left) in gone)
            {
                await target.DeleteAsync(name.Kind, name.Key, left.ETag, token);
            }
        }
        catch (StaleDocumentException error)
        {
            throw new CopyException($"A {error.Kind} was written at the target while it was copied to. Stop everything that runs on it, then run the copy again.", error);
        }

        await CompareAsync(wanted, token);
        var replaced = differing.Keys.Count(found.ContainsKey);
        return new(Counts(wanted.Keys), differing.Count - replaced, replaced, gone.Count);
    }

    /// <summary>What is at the target and differs must be what an earlier copy left; what is missing must never have been there.</summary>
    private static void Refuse(Dictionary<Name, Seen> wanted, Dictionary<Name, Seen> found, CopyLedger ledger)
    {
        var newer = found
            .Where(there => Differs(wanted, there) && !ledger.Has(there.Value.Digest))
            .Select(there => there.Key)
            .Concat(wanted.Where(here => !found.ContainsKey(here.Key) && ledger.Has(here.Value.Digest)).Select(here => here.Key))
            .ToList();
        if (newer.Count > 0)
        {
            throw new CopyException(
                $"The target holds data that no copy put there, or that changed since ({string.Join(", ", Counts(newer).Select(kind => $"{kind.Key}: {kind.Value}"))}). Nothing was written. Name an empty target, or go on with what is there.");
        }
    }

    private static bool Differs(Dictionary<Name, Seen> others, KeyValuePair<Name, Seen> document) =>
        others.GetValueOrDefault(document.Key)?.Digest != document.Value.Digest;

    private static ImmutableSortedDictionary<string, long> Counts(IEnumerable<Name> names) =>
        names.GroupBy(name => name.Kind, StringComparer.Ordinal).ToImmutableSortedDictionary(kind => kind.Key, kind => kind.LongCount(), StringComparer.Ordinal);

    private static async Task<Dictionary<Name, Seen>> LookAsync(IDocumentStore store, Func<StoredDocument, string?>? problem, CancellationToken token)
    {
        var seen = new Dictionary<Name, Seen>();
        foreach (var kind in (await store.KindsAsync(token)).Where(kind => kind != CopyLedger.Kind))
        {
            await foreach (var document in store.ListAsync(kind, token))
            {
                if (problem?.Invoke(document) is { } reason)
                {
                    throw new CopyException($"The source holds a document that cannot be read: {reason} Nothing was written.");
                }

                seen.Add(new(document.Kind, document.Key), new(CopyLedger.Digest(document), document.ETag));
            }
        }

        return seen;
    }

    private async Task WriteAsync(Name name, string digest, string? etag, CancellationToken token)
    {
        var document = await source.ReadAsync(name.Kind, name.Key, token);
        if (document is null || CopyLedger.Digest(document) != digest)
        {
            throw new CopyException($"A {name.Kind} changed at the source while it was copied. Stop everything that runs on it, then run the copy again.");
        }

        await target.WriteAsync(name.Kind, name.Key, document.Body, etag, token);
    }

    /// <summary>Reads both sides once more: the same documents, the same counts, the same hashes.</summary>
    private async Task CompareAsync(Dictionary<Name, Seen> wanted, CancellationToken token)
    {
        foreach (var (store, side) in ((IDocumentStore, string)[])[(target, "target"), (source, "source")])
        {
            var now = await LookAsync(store, problem: null, token);
            var differing = now.Count(document => Differs(wanted, document));
            if (differing > 0 || now.Count != wanted.Count)
            {
                throw new CopyException(
                    $"The {side} holds {now.Count} documents instead of {wanted.Count}, and {differing} others than were copied. Stop everything that runs on either side, then run the copy again.");
            }
        }
    }

    private readonly record struct Name(string Kind, string Key);

    private sealed record Seen(string Digest, string ETag);
}
