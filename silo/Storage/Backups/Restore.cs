namespace CohortCourses.Storage;

/// <summary>What a restore did.</summary>
/// <param name="Manifest">Of the backup that is now in place.</param>
/// <param name="SetAside">The folder with the data that was there before; null where there was none.</param>
public sealed record RestoreResult(BackupManifest Manifest, string? SetAside);

/// <summary>Puts a backup in the place of what a data folder holds. Checks first, keeps the old data, and can be cut short at any point.</summary>
public static class Restore
{
    /// <param name="backup">A folder that <see cref="Backup"/> made.</param>
    /// <param name="dataFolder">Where to; no server may be running on it.</param>
    /// <param name="clock">Names the folder with the old data.</param>
    /// <param name="problem">What keeps this program from reading a document, or null; a backup with any such is refused.</param>
    /// <exception cref="BackupException">The backup is not whole or not readable. Nothing was changed.</exception>
    /// <exception cref="DataFolderException">The folder is in use, read-only or full.</exception>
    public static RestoreResult Run(string backup, string dataFolder, TimeProvider clock, Func<StoredDocument, string?>? problem = null)
    {
        var source = Path.GetFullPath(backup);
        var folder = Path.GetFullPath(dataFolder);
        var manifest = BackupManifest.Read(source);
        var database = DataFolder.DatabaseIn(source);
        Compare(database, manifest, source);
        CompareKeys(manifest, source);
        Examine(database, manifest, source, problem);
        using var held = FolderLock.Take(folder);
        return new(manifest, FolderFaults.Explain(folder, () => Replace(database, manifest, source, folder, clock)));
    }

    private static void Compare(string database, BackupManifest manifest, string backup)
    {
        if (!File.Exists(database) || new FileInfo(database).Length != manifest.Bytes || KeyFiles.Hash(database) != manifest.Sha256)
        {
            throw new BackupException($"{backup} has changed since it was made: its database is not the one in manifest.json. Nothing was restored. Take another backup.");
        }
    }

    private static void CompareKeys(BackupManifest manifest, string backup)
    {
        if (!KeyFiles.Match(backup, manifest.Keys))
        {
            throw new BackupException($"{backup} has changed since it was made: its keys are not those in manifest.json. Nothing was restored. Take another backup.");
        }
    }

    private static void Examine(string database, BackupManifest manifest, string backup, Func<StoredDocument, string?>? problem)
    {
        using var contents = FolderContents.Open(database);
        if (contents.Damage() is [var damage, ..])
        {
            throw new BackupException($"{backup} is damaged ({damage}). Nothing was restored. Take another backup.");
        }

        if (!contents.Count().SequenceEqual(manifest.Documents))
        {
            throw new BackupException($"{backup} does not hold the documents that manifest.json lists. Nothing was restored. Take another backup.");
        }

        if (problem is not null && contents.Documents().Select(problem).FirstOrDefault(found => found is not null) is { } first)
        {
            throw new BackupException($"{backup} holds a document that cannot be read: {first} Nothing was restored.");
        }
    }

    private static string? Replace(string database, BackupManifest manifest, string backup, string folder, TimeProvider clock)
    {
        Replacement.Finish(folder, clock);
        var incoming = Replacement.Incoming(folder);
        try
        {
            File.Copy(database, incoming, overwrite: true);
            using (var file = new FileStream(incoming, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }

            Compare(incoming, manifest, backup);
            KeyFiles.Copy(backup, folder);
            Replacement.Ready(folder);
        }
        finally
        {
            File.Delete(incoming);
        }

        return Replacement.Finish(folder, clock);
    }
}
