using System.Globalization;

namespace CohortCourses.Storage;

/// <summary>
/// Keeps a second process out of a folder. The operating system holds the lock and drops it however the process ends;
/// the note beside it only says who holds it, by the machine's clock: who reads it asks the machine.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream locked;
    private readonly string notePath;

    private FolderLock(FileStream file, string note)
    {
        locked = file;
        notePath = note;
    }

    /// <exception cref="DataFolderException">Another process has the folder, or it cannot be written.</exception>
    public static FolderLock Take(string folder) => FolderFaults.Explain(folder, () =>
    {
        var note = Path.Combine(folder, "pilot.owner");
        PrivateFolder.Create(folder);
        var file = Hold(Path.Combine(folder, "pilot.lock")) ?? throw InUse(folder, note);
        try
        {
            File.WriteAllText(note, string.Create(CultureInfo.InvariantCulture,
                $"process {Environment.ProcessId} on {Environment.MachineName} since {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC"));
            return new FolderLock(file, note);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    });

    public void Dispose()
    {
        try
        {
            File.Delete(notePath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The lock counts, not the note; a folder that has become read-only keeps it.
        }

        locked.Dispose();
    }

    private static FileStream? Hold(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsSharing(error))
        {
            return null;
        }
    }

    // 32 and 33 on Windows; elsewhere "would block", which is 11 on Linux and 35 on macOS and the BSDs.
    private static bool IsSharing(IOException error) =>
        OperatingSystem.IsWindows() ? (error.HResult & 0xFFFF) is 32 or 33 : error.HResult is 11 or 35;

    private static DataFolderException InUse(string folder, string note) => new(
        DataFolderFault.InUse,
        folder,
        $"{folder} is in use by {Owner(note)}. Stop that server first, or name another folder with --data.");

    private static string Owner(string note)
    {
        try
        {
            return File.ReadAllText(note) is { Length: > 0 } owner ? owner : "another process";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
