namespace CohortCourses.Storage;

/// <summary>A folder with all that a pilot keeps, owned by this process until it is disposed.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FolderLock owned;

    private DataFolder(string path, FolderLock held)
    {
        FullPath = path;
        owned = held;
    }

    public string FullPath { get; }

    /// <summary>The one file with all documents.</summary>
    public string DatabasePath => DatabaseIn(FullPath);

    /// <summary>Makes the folder where it is missing, takes it for this process, and finishes a restore that was interrupted.</summary>
    /// <exception cref="DataFolderException">In use, from a newer version, damaged, read-only or on a full disk.</exception>
    public static DataFolder Open(string path, TimeProvider clock)
    {
        var full = Path.GetFullPath(path);
        var held = FolderLock.Take(full);
        try
        {
            var folder = new DataFolder(full, held);
            FolderFaults.Explain(full, () => Replacement.Finish(full, clock));
            DatabaseFormat.Prepare(folder.DatabasePath);
            return folder;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Takes a folder that holds data already.</summary>
    /// <exception cref="DataFolderException">It holds none, or as with <see cref="Open"/>.</exception>
    public static DataFolder OpenExisting(string path, TimeProvider clock)
    {
        FolderContents.Find(path);
        return Open(path, clock);
    }

    /// <summary>Takes a folder for this process without looking into it, until it is disposed.</summary>
    /// <exception cref="DataFolderException">Another process has it, or it cannot be written.</exception>
    public static IDisposable Hold(string path) => FolderLock.Take(Path.GetFullPath(path));

    /// <summary>Lets another process have the folder.</summary>
    public void Dispose() => owned.Dispose();

    internal static string DatabaseIn(string folder) => Path.Combine(folder, "pilot.db");
}
