using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

/// <summary>The layout of the database file, with a version of its own: documents carry theirs apart from it.</summary>
internal static class DatabaseFormat
{
    public const int Version = 1;

    // "CoCo" in ASCII: tells our files from anybody else's.
    private const int ApplicationId = 0x436F436F;

    // Up to this size a start looks at every page (about a second for each gigabyte); beyond it, `check` does.
    private const long LargestCheckedAtStart = 256 << 20;

    private const string Layout =
        """
        CREATE TABLE documents (
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            etag INTEGER NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (kind, key)
        );
        """;

    /// <summary>Makes the file where it is missing; refuses one that cannot be written, is newer, damaged or not ours.</summary>
    public static void Prepare(string database)
    {
        RefuseOrphanedLog(database);
        try
        {
            using var connection = SqliteConnections.OpenToWrite(database);
            if (IsEmpty(connection))
            {
                Create(connection);
            }

            Verify(connection, database);
            if (new FileInfo(database).Length <= LargestCheckedAtStart && Damage(connection, "quick_check(1)") is [var first, ..])
            {
                throw Damaged(database, first);
            }

            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("BEGIN IMMEDIATE; ROLLBACK");
        }
        catch (SqliteException error)
        {
            throw error.Explain(database);
        }
    }

    /// <exception cref="DataFolderException">The file is not ours, or newer than this program.</exception>
    public static void Verify(SqliteConnection connection, string database)
    {
        var folder = Path.GetDirectoryName(database) ?? database;
        if (connection.Number("PRAGMA application_id") != ApplicationId)
        {
            throw new DataFolderException(DataFolderFault.Damaged, folder,
                $"{database} was not made by CohortCourses. Name another folder with --data, or restore a backup with `restore DIR`.");
        }

        var version = connection.Number("PRAGMA user_version");
        if (version > Version)
        {
            throw new DataFolderException(DataFolderFault.Newer, folder, string.Create(CultureInfo.InvariantCulture,
                $"{folder} was written by a newer version of CohortCourses (format {version}; this one knows {Version}). Start the newer version, or restore an older backup with `restore DIR`."));
        }
    }

    /// <summary>What <c>quick_check</c> or <c>integrity_check</c> finds wrong.</summary>
    public static List<string> Damage(SqliteConnection connection, string check)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {check}";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found is ["ok"] ? [] : found;
    }

    /// <summary>A log without its database would be thrown away by SQLite, and with it the last writes.</summary>
    public static void RefuseOrphanedLog(string database)
    {
        var log = new FileInfo(database + "-wal");
        if (log is { Exists: true, Length: > 0 } && new FileInfo(database) is not { Exists: true, Length: > 0 })
        {
            throw Damaged(database, "the database file is gone, its log is still there");
        }
    }

    private static bool IsEmpty(SqliteConnection connection) => connection.Number("SELECT count(*) FROM sqlite_master") == 0
        && connection.Number("PRAGMA application_id") == 0;

    private static void Create(SqliteConnection connection) =>
        connection.Execute(string.Create(CultureInfo.InvariantCulture,
            $"BEGIN IMMEDIATE; {Layout} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT"));

    private static DataFolderException Damaged(string database, string what)
    {
        var folder = Path.GetDirectoryName(database) ?? database;
        return new(DataFolderFault.Damaged, folder, $"The data in {folder} is damaged ({what}). Restore a backup with `restore DIR`; it keeps the damaged files aside.");
    }
}
