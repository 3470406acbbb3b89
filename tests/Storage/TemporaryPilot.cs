using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage;

/// <summary>A data folder with a store in it, gone at the end.</summary>
internal sealed class TemporaryPilot : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public TemporaryPilot()
    {
        Folder = DataFolder.Open(temporary.Combine("data"), TimeProvider.System);
        Store = SqliteDocumentStore.Open(Folder);
    }

    public DataFolder Folder { get; private set; }

    public SqliteDocumentStore Store { get; private set; }

    public string Beside(string name) => temporary.Combine(name);

    /// <summary>Stops and starts again, as a restart of the server does.</summary>
    public void Restart()
    {
        Stop();
        Folder = DataFolder.Open(temporary.Combine("data"), TimeProvider.System);
        Store = SqliteDocumentStore.Open(Folder);
    }

    public void Stop()
    {
        Store.Dispose();
        Folder.Dispose();
    }

    public void Dispose()
    {
        Stop();
        temporary.Dispose();
    }
}
