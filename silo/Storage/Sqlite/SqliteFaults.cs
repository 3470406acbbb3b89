using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CohortCourses.Storage;

/// <summary>Says what a SQLite error means for the person who runs the server.</summary>
internal static class SqliteFaults
{
    // What a full disk does to the index of the write-ahead log; SQLite has no plainer code for it.
    private const int SharedMemorySize = 4874;
    private const int SharedMemoryMap = 5386;

    public static DataFolderException Explain(this SqliteException error, string database)
    {
        var folder = Path.GetDirectoryName(database) ?? database;
        var (fault, message) = (error.SqliteErrorCode, error.SqliteExtendedErrorCode) switch
        {
            (raw.SQLITE_FULL, _) or (_, SharedMemorySize or SharedMemoryMap) => (DataFolderFault.Full,
                $"The disk that holds {folder} is full. Nothing that was acknowledged is lost. Free some space; the server then goes on by itself."),
            (raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH, _) => (DataFolderFault.ReadOnly,
                $"{folder} cannot be written. Nothing that was acknowledged is lost. Give the server's user write access to the folder and its files, or name another folder with --data."),
            (raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_FORMAT, _) => (DataFolderFault.Damaged,
                $"The data in {folder} is damaged ({error.Message}). Restore a backup with `restore DIR`; it keeps the damaged files aside."),
            _ => (DataFolderFault.Failed,
                $"The data in {folder} cannot be used now: {error.Message}. Nothing that was acknowledged is lost. Check the disk, then start again."),
        };
        return new(fault, folder, message, error);
    }
}
