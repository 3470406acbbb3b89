using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>Keeps reminders as documents, one each: the same ones as the embedded runtime, so a pilot moves between the two with all it has.</summary>
internal sealed class DocumentReminderTable(IDocumentStore documents, IGrainStorageSerializer serializer) : IReminderTable
{
    private const string Kind = "reminder";

    public async Task<ReminderTableData> ReadRows(GrainId grainId) => new(await Read(entry => entry.GrainId == grainId));

    /// <remarks>The nodes share all grains by hash: each asks for its part of a ring, which may run over its end.</remarks>
    public async Task<ReminderTableData> ReadRows(uint begin, uint end) => new(await Read(entry => entry.GrainId.GetUniformHashCode() is var hash &&
        (begin < end ? hash > begin && hash <= end : hash > begin || hash <= end)));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        await documents.ReadAsync(Kind, Key(grainId, reminderName)) is { } stored ? Entry(stored) : null;

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var key = Key(entry.GrainId, entry.ReminderName);
        var stored = await documents.ReadAsync(Kind, key);
        var document = new ReminderDocument(
            entry.GrainId.Type.ToString()!, entry.GrainId.Key.ToString()!, entry.ReminderName, new(DateTime.SpecifyKind(entry.StartAt, DateTimeKind.Utc)), entry.Period);
        return await documents.WriteAsync(Kind, key, serializer.Serialize(document).ToMemory(), stored?.ETag);
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var key = Key(grainId, reminderName);
        if (await documents.ReadAsync(Kind, key) is not { } stored || stored.ETag != eTag)
        {
            return false;
        }

        try
        {
            await documents.DeleteAsync(Kind, key, eTag);
            return true;
        }
        catch (StaleDocumentException)
        {
            return false;
        }
    }

    public async Task TestOnlyClearTable()
    {
        foreach (var entry in await Read(_ => true))
        {
            await RemoveRow(entry.GrainId, entry.ReminderName, entry.ETag!);
        }
    }

    private static string Key(GrainId grain, string name) => $"{grain}/{name}";

    private async Task<List<ReminderEntry>> Read(Func<ReminderEntry, bool> wanted)
    {
        var entries = new List<ReminderEntry>();
        await foreach (var stored in documents.ListAsync(Kind))
        {
            if (Entry(stored) is var entry && wanted(entry))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private ReminderEntry Entry(StoredDocument stored)
    {
        var document = serializer.Deserialize<ReminderDocument>(new(stored.Body))!;
        return new()
        {
            GrainId = GrainId.Create(document.GrainType, document.GrainKey),
            ReminderName = document.Name,
            StartAt = document.StartAt.UtcDateTime,
            Period = document.Period,
            ETag = stored.ETag,
        };
    }
}
