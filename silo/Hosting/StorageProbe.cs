using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>Asks the storage for something, whatever grains hold in memory.</summary>
public sealed class StorageProbe
{
    private readonly IDocumentStore store;

    internal StorageProbe(IDocumentStore store) => this.store = store;

    /// <summary>Returns when the storage has answered; throws what the storage throws.</summary>
    public async Task AskAsync(CancellationToken token) => await store.ReadAsync("health", "probe", token);
}
