using System.Collections.Immutable;
using System.Text.Json;

namespace CohortCourses.Storage;

/// <summary>What a backup holds, written last: a backup without it is not whole.</summary>
/// <param name="Format">Of this manifest; 1.</param>
/// <param name="Made">When.</param>
/// <param name="Bytes">Size of the database file.</param>
/// <param name="Sha256">Of the database file, in lower-case hexadecimal.</param>
/// <param name="Documents">How many documents of each kind.</param>
/// <param name="Keys">The files in <c>keys/</c> that cookies are encrypted with, and the SHA-256 of each.</param>
public sealed record BackupManifest(
    int Format,
    DateTimeOffset Made,
    long Bytes,
    string Sha256,
    ImmutableSortedDictionary<string, long> Documents,
    ImmutableSortedDictionary<string, string> Keys)
{
    internal const int KnownFormat = 1;

    private static readonly JsonSerializerOptions Indented = new(DocumentJson.Options) { WriteIndented = true };

    internal static string PathIn(string backup) => Path.Combine(backup, "manifest.json");

    internal void Write(string backup)
    {
        using var file = new FileStream(PathIn(backup), FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(file, this, Indented);
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="BackupException">There is none, or it is not ours.</exception>
    internal static BackupManifest Read(string backup)
    {
        try
        {
            using var file = File.OpenRead(PathIn(backup));
            return JsonSerializer.Deserialize<BackupManifest>(file, Indented) is { Format: KnownFormat } manifest
                ? manifest
                : throw new BackupException($"{backup} was made by a newer version of CohortCourses. Restore it with that version.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            throw new BackupException($"{backup} is not a whole backup: it has no readable manifest.json. Take another backup.", error);
        }
    }
}
