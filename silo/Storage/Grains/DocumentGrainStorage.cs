namespace CohortCourses.Storage;

/// <summary>Keeps grain states as documents: the kind is the state's name, the key the grain's. A grain that was never written has no state: null.</summary>
public sealed class DocumentGrainStorage(IDocumentStore documents, IGrainStorageSerializer serializer) : IGrainStorage
{
    /// <inheritdoc />
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (await documents.ReadAsync(stateName, Key(grainId)) is { } document)
        {
            grainState.State = serializer.Deserialize<T>(new BinaryData(document.Body))!;
            grainState.ETag = document.ETag;
            grainState.RecordExists = true;
        }
        else
        {
            Forget(grainState);
        }
    }

    /// <inheritdoc />
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            var body = serializer.Serialize(grainState.State).ToMemory();
            grainState.ETag = await documents.WriteAsync(stateName, Key(grainId), body, grainState.ETag);
            grainState.RecordExists = true;
        }
        catch (StaleDocumentException stale)
        {
            throw Inconsistent(stale);
        }
    }

    /// <inheritdoc />
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            await documents.DeleteAsync(stateName, Key(grainId), grainState.ETag);
            Forget(grainState);
        }
        catch (StaleDocumentException stale)
        {
            throw Inconsistent(stale);
        }
    }

    private static string Key(GrainId grain) => grain.Key.ToString()!;

    private static void Forget<T>(IGrainState<T> state)
    {
        state.State = default!;
        state.ETag = null;
        state.RecordExists = false;
    }

    private static InconsistentStateException Inconsistent(StaleDocumentException stale) => new(stale.Message, stale.Stored, stale.Expected);
}
