using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

/// <summary>Copies a data folder as it is at one instant, also while a server works on it.</summary>
public static class Backup
{
    /// <param name="dataFolder">Whose data; another process may own it.</param>
    /// <param name="target">A new or empty folder.</param>
    /// <param name="clock">Says when the backup was made.</param>
    /// <exception cref="BackupException">The target is not empty, cannot be written or is full. Nothing is left there.</exception>
    /// <exception cref="DataFolderException">There is nothing to copy, or it is damaged or newer.</exception>
    public static BackupManifest Make(string dataFolder, string target, TimeProvider clock)
    {
        var database = FolderContents.Find(dataFolder);
        var backup = Path.GetFullPath(target);
        var isNew = !Directory.Exists(backup);
        Begin(backup);
        try
        {
            var copy = DataFolder.DatabaseIn(backup);
            Copy(database, copy);
            var keys = KeyFiles.Copy(Path.GetDirectoryName(database)!, backup);
            var manifest = Describe(copy, keys, clock);
            manifest.Write(backup);
            return manifest;
        }
        catch (Exception error)
        {
            Undo(backup, isNew);
            throw error is IOException or UnauthorizedAccessException ? new BackupException($"{backup} cannot be written: {error.Message}", error) : error;
        }
    }

    private static void Begin(string backup)
    {
        try
        {
            PrivateFolder.Create(backup);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{backup} cannot be made: {error.Message}", error);
        }

        if (Directory.EnumerateFileSystemEntries(backup).Any())
        {
            throw new BackupException($"{backup} is not empty. Name a new folder: a backup never overwrites another.");
        }
    }

    private static void Copy(string database, string copy)
    {
        try
        {
            using var connection = SqliteConnections.OpenBeside(database);
            DatabaseFormat.Verify(connection, database);
            using var vacuum = connection.CreateCommand();
            vacuum.CommandText = "VACUUM INTO $copy";
            vacuum.CommandTimeout = 0;
            vacuum.Parameters.AddWithValue("$copy", copy);
            vacuum.ExecuteNonQuery();
        }
        catch (SqliteException error)
        {
            var reason = error.Explain(database);
            throw reason.Fault is DataFolderFault.Full or DataFolderFault.ReadOnly
                ? new BackupException($"{Path.GetDirectoryName(copy)} is full or cannot be written. The data itself is untouched. Name a folder with enough room.", error)
                : reason;
        }

        // SQLite leaves this copy to the operating system's leisure.
        using var file = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    private static BackupManifest Describe(string copy, ImmutableSortedDictionary<string, string> keys, TimeProvider clock)
    {
        using var contents = FolderContents.Open(copy);
        if (contents.Damage() is [var first, ..])
        {
            throw new BackupException($"The copy is damaged ({first}). Try another disk; if that is damaged too, run `check`.");
        }

        return new(BackupManifest.KnownFormat, clock.GetUtcNow(), new FileInfo(copy).Length, KeyFiles.Hash(copy), contents.Count(), keys);
    }

    private static void Undo(string backup, bool isNew)
    {
        Directory.Delete(backup, recursive: true);
        if (!isNew)
        {
            PrivateFolder.Create(backup);
        }
    }
}
