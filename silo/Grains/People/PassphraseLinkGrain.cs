using CohortCourses.Contracts.People;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.People;

/// <summary>Belongs to the vault, as the account does.</summary>
[Document("passphrase-link", 1)]
internal sealed record PassphraseLinkDocument(string Hash, DateTimeOffset ExpiresAt);

[GrainType("passphrase-link")]
internal sealed class PassphraseLinkGrain(
    [PersistentState("passphrase-link")] IPersistentState<PassphraseLinkDocument> document,
    TimeProvider clock) : RecordGrain<PassphraseLinkDocument>(document), IPassphraseLinkGrain
{
    public Task Issue(string hash, DateTimeOffset expiresAt)
    {
        var link = new PassphraseLinkDocument(hash, expiresAt);
        return link == Record ? Task.CompletedTask : Save(link);
    }

    public Task<bool> Opens(string hash) => Task.FromResult(Record?.Hash == hash && Record.ExpiresAt > clock.GetUtcNow());

    public async Task<bool> Use(string hash)
    {
        if (!await Opens(hash))
        {
            return false;
        }

        await Clear();
        return true;
    }

    public Task Revoke() => Clear();
}
