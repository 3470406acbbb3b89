using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>Somewhere that documents are copied from or to, held until it is disposed.</summary>
internal sealed class DataPlace(string name, IDocumentStore documents, params IEnumerable<IDisposable> held) : IAsyncDisposable
{
    /// <summary>For people: the folder, or the storage without its secrets.</summary>
    public string Name { get; } = name;

    public IDocumentStore Documents { get; } = documents;

    /// <param name="place">A folder, or what <see cref="StoragePlaces"/> of the runtime that was built takes for an address.</param>
    /// <param name="isSource">Whether there must be data already.</param>
    public static async Task<DataPlace> OpenAsync(string place, bool isSource, TimeProvider clock) =>
        IsAddress(place) ? await StoragePlaces.OpenAsync(place) : Folder(place, isSource, clock);

    public ValueTask DisposeAsync()
    {
        foreach (var part in held)
        {
            part.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>A web address, or a connection string.</summary>
    private static bool IsAddress(string place) =>
        place.Contains('=') || place.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || place.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static DataPlace Folder(string path, bool isSource, TimeProvider clock)
    {
        var folder = isSource ? DataFolder.OpenExisting(path, clock) : DataFolder.Open(path, clock);
        if (!isSource)
        {
            SearchFile.Discard(folder.FullPath);
        }

        var store = SqliteDocumentStore.Open(folder);
        return new(folder.FullPath, store, store, folder);
    }
}
