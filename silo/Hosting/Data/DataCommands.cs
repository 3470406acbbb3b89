using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>What an organiser does with a data folder from the command line.</summary>
public static class DataCommands
{
    /// <summary>Copies the data as it is at one instant into a new folder, also while a server works on it.</summary>
    public static DataReport Backup(string data, string target, TimeProvider clock) => Report(() =>
    {
        var manifest = Storage.Backup.Make(data, target, clock);
        return new(true, [Line($"Backed up {Sum(manifest.Documents)} documents, {manifest.Bytes:N0} bytes, to {Path.GetFullPath(target)}."), .. Counts(manifest.Documents)]);
    });

    /// <summary>Checks a backup, then puts it in the place of what the data folder holds; that is kept aside.</summary>
    public static DataReport Restore(string backup, string data, TimeProvider clock) => Report(() =>
    {
        var result = Storage.Restore.Run(backup, data, clock, HouseDocuments.Catalog().Problem);
        return new(true,
        [
            Line($"Restored {Sum(result.Manifest.Documents)} documents as they were at {result.Manifest.Made:yyyy-MM-dd HH:mm:ss} UTC to {Path.GetFullPath(data)}."),
            .. Counts(result.Manifest.Documents),
            .. result.SetAside is { } aside ? (string[])[$"What was there before is in {aside}. Delete it once you are sure."] : [],
        ]);
    });

    /// <summary>Looks at the file and reads every document, also while a server works on it.</summary>
    public static DataReport Check(string data) => Report(() =>
    {
        var found = FolderCheck.Run(data, HouseDocuments.Catalog().Problem);
        return new(found.Sound,
        [
            found.Sound
                ? Line($"The data in {Path.GetFullPath(data)} is sound: {Sum(found.Documents)} documents, all of them readable.")
                : Line($"The data in {Path.GetFullPath(data)} is not sound. Restore a backup with `restore DIR`; it keeps what is there aside."),
            .. Counts(found.Documents),
            .. found.Damage.Select(damage => $"damage: {damage}"),
            .. found.Unreadable.Select(entry => $"{entry.Kind} {entry.Key}: {entry.Problem}"),
        ]);
    });

    /// <summary>Copies all documents between a data folder and what else this build keeps data in. Nothing may run on either.</summary>
    /// <param name="from">A data folder, or an address of storage.</param>
    /// <param name="to">The other one; a folder is made where it is missing.</param>
    public static async Task<DataReport> CopyAsync(string from, string to, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            await using var source = await DataPlace.OpenAsync(from, isSource: true, clock);
            await using var target = await DataPlace.OpenAsync(to, isSource: false, clock);
            var copied = await new DocumentCopy(source.Documents, target.Documents, HouseDocuments.Catalog().Problem).RunAsync(stop);
            return new(true,
            [
                Line($"{target.Name} holds the {Sum(copied.Documents)} documents of {source.Name}: {copied.Written} written now, {copied.Replaced} replaced, {copied.Removed} removed. Counts and hashes agree."),
                .. Counts(copied.Documents),
            ]);
        }
        catch (Exception error) when (error is CopyException or DataFolderException or ClusterSettingsException)
        {
            return new(false, [error.Message]);
        }
    }

    /// <summary>Why a server could not start on its data folder, for the person who runs it; null where that was not the reason.</summary>
    public static string? Explain(Exception error) => error switch
    {
        DataFolderException or BackupException or NewerDocumentException or UnreadableDocumentException or ClusterSettingsException => error.Message,
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    /// <summary>Whether a data folder could not be used because another process does.</summary>
    public static bool IsInUse(Exception error) => error is DataFolderException { Fault: DataFolderFault.InUse } || (error.InnerException is { } inner && IsInUse(inner));

    private static DataReport Report(Func<DataReport> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is DataFolderException or BackupException)
        {
            return new(false, [error.Message]);
        }
    }

    private static IEnumerable<string> Counts(ImmutableSortedDictionary<string, long> documents) =>
        documents.Select(entry => Line($"  {entry.Key}: {entry.Value}"));

    private static long Sum(ImmutableSortedDictionary<string, long> documents) => documents.Values.Sum();

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
