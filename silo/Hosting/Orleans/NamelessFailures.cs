using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>
/// Orleans tells a failure of the storage with the key of the grain that met it, and some keys are sign-in names, which reach no log. A failure
/// that is one of its own it passes on as it is.
/// </summary>
internal sealed class NamelessFailures(IDocumentStore documents, IGrainStorageSerializer serializer) : IGrainStorage
{
    private readonly DocumentGrainStorage storage = new(documents, serializer);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Nameless(storage.ReadStateAsync(stateName, grainId, grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Nameless(storage.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Nameless(storage.ClearStateAsync(stateName, grainId, grainState));

    private static async Task Nameless(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception failure) when (failure is not OrleansException)
        {
            throw new OrleansException($"The storage failed: {failure.Message}", failure);
        }
    }
}
