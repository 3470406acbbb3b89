using System.Globalization;

namespace CohortCourses.Storage;

/// <summary>
/// Puts another database in the place of the one in a folder. Once the new file bears the name that <see cref="Ready"/> gives it, whatever else
/// lies there is the old one, so a replacement that was cut short can always be finished.
/// </summary>
internal static class Replacement
{
    /// <summary>Where the new database is copied to; may be thrown away.</summary>
    public static string Incoming(string folder) => DataFolder.DatabaseIn(folder) + ".incoming";

    /// <summary>From here on the new database is the one that counts.</summary>
    public static void Ready(string folder) => File.Move(Incoming(folder), Whole(folder), overwrite: true);

    /// <summary>Sets the old files aside and moves the new one in. Does nothing where nothing is to be replaced.</summary>
    /// <returns>The folder with the old files, or null.</returns>
    public static string? Finish(string folder, TimeProvider clock)
    {
        File.Delete(Incoming(folder));
        var database = DataFolder.DatabaseIn(folder);
        var partly = Path.Combine(folder, "replaced.partly");
        if (File.Exists(Whole(folder)))
        {
            SetAside(database, partly);
            File.Move(Whole(folder), database);
            // What the search knows of the old data is wrong now, and no version number would say so.
            SearchFile.Discard(folder);
        }

        return Directory.Exists(partly) ? Name(folder, partly, clock) : null;
    }

    private static string Whole(string folder) => DataFolder.DatabaseIn(folder) + ".restoring";

    // With its log: the old one would otherwise be played into the new database.
    private static void SetAside(string database, string aside)
    {
        foreach (var old in (string[])[database + "-wal", database + "-shm", database])
        {
            if (File.Exists(old))
            {
                PrivateFolder.Create(aside);
                File.Move(old, Path.Combine(aside, Path.GetFileName(old)), overwrite: true);
            }
        }
    }

    private static string Name(string folder, string partly, TimeProvider clock)
    {
        var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"replaced-{clock.GetUtcNow():yyyyMMdd-HHmmss}"));
        var free = name;
        for (var number = 2; Directory.Exists(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        Directory.Move(partly, free);
        return free;
    }
}
