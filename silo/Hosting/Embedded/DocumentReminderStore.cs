using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>Keeps reminders as documents, one each.</summary>
internal sealed class DocumentReminderStore(IDocumentStore documents, IGrainStorageSerializer serializer) : IReminderStore
{
    private const string Kind = "reminder";

    public async Task<IReadOnlyList<ReminderEntry>> ReadAllAsync(CancellationToken token)
    {
        var entries = new List<ReminderEntry>();
        await foreach (var document in documents.ListAsync(Kind, token))
        {
            entries.Add(Entry(document));
        }

        return entries;
    }

    public async Task<ReminderEntry?> ReadAsync(GrainId grain, string name, CancellationToken token) =>
        await documents.ReadAsync(Kind, Key(grain, name), token) is { } document ? Entry(document) : null;

    /// <remarks>A grain sets its reminders in its own turns, so nobody writes between the read and the write.</remarks>
    public async Task WriteAsync(ReminderEntry entry, CancellationToken token)
    {
        var key = Key(entry.Grain, entry.Name);
        var stored = await documents.ReadAsync(Kind, key, token);
        var document = new ReminderDocument(entry.Grain.Type, entry.Grain.Key, entry.Name, entry.StartAt, entry.Period);
        await documents.WriteAsync(Kind, key, serializer.Serialize(document).ToMemory(), stored?.ETag, token);
    }

    public async Task RemoveAsync(GrainId grain, string name, CancellationToken token)
    {
        var key = Key(grain, name);
        if (await documents.ReadAsync(Kind, key, token) is { } stored)
        {
            await documents.DeleteAsync(Kind, key, stored.ETag, token);
        }
    }

    private static string Key(GrainId grain, string name) => $"{grain}/{name}";

    private ReminderEntry Entry(StoredDocument stored)
    {
        var document = serializer.Deserialize<ReminderDocument>(new(stored.Body))!;
        return new(new(document.GrainType, document.GrainKey), document.Name, document.StartAt, document.Period);
    }
}
