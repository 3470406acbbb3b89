using System.Globalization;
using System.Text;

namespace CohortCourses.Storage;

/// <summary>
/// Keeps a second process out of a folder. The operating system holds the lock and drops it however the process ends;
/// the note beside it only says who holds it.
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

    public static FolderLock Take(string folder, TimeProvider clock)
    {
        var note = Path.Combine(folder, "pilot.owner");
        try
        {
            Directory.CreateDirectory(folder);
            var file = Hold(Path.Combine(folder, "pilot.lock")) ?? throw InUse(folder, note);
            try
            {
                File.WriteAllText(note, string.Create(
                    CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}, since {clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC"));
                return new(file, note);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw Explain(folder, error);
        }
    }

    public void Dispose()
    {
        File.Delete(notePath);
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
            return File.ReadAllText(note, Encoding.UTF8);
        }
        catch (IOException)
        {
            return "another process";
        }
    }

    private static DataFolderException Explain(string folder, Exception error) => error is IOException && IsFull(error)
        ? new(DataFolderFault.Full, folder, $"The disk that holds {folder} is full. Nothing that was acknowledged is lost. Free some space and start again.", error)
        : new(DataFolderFault.ReadOnly, folder, $"{folder} cannot be written ({error.Message}) Give the server's user write access to it, or name another folder with --data.", error);

    // ENOSPC is 28 everywhere but on Windows, which says 112 or 39.
    private static bool IsFull(Exception error) =>
        OperatingSystem.IsWindows() ? (error.HResult & 0xFFFF) is 112 or 39 : error.HResult is 28;
}
