using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

/// <summary>The layout of the database file, with a version of its own: documents carry theirs apart from it.</summary>
internal static class DatabaseFormat
{
    public const int Version = 1;

    // "CoCo" in ASCII: tells our files from anybody else's.
    private const int ApplicationId = 0x436F436F;

    // ETags come from one sequence that never runs twice over the same number, not even after a document was deleted:
    // 'reserved' is past every number handed out, and moves on disk a block at a time.
    private const string Layout =
        """
        CREATE TABLE documents (
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            etag INTEGER NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (kind, key)
        );
        CREATE TABLE sequence (reserved INTEGER NOT NULL);
        INSERT INTO sequence VALUES (1);
        """;

    /// <summary>Makes the file where it is missing; refuses one that is newer, damaged or not ours.</summary>
    public static void Prepare(string database)
    {
        try
        {
            using var connection = SqliteConnections.Open(database, SqliteOpenMode.ReadWriteCreate);
            var empty = Number(connection, "SELECT count(*) FROM sqlite_master") == 0;
            if (empty)
            {
                Create(connection);
            }

            Verify(connection, database);
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
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new DataFolderException(DataFolderFault.Damaged, folder,
                $"{database} was not made by CohortCourses. Name another folder with --data, or restore a backup with `restore DIR`.");
        }

        var version = Number(connection, "PRAGMA user_version");
        if (version > Version)
        {
            throw new DataFolderException(DataFolderFault.Newer, folder, string.Create(CultureInfo.InvariantCulture,
                $"{folder} was written by a newer version of CohortCourses (format {version}; this one knows {Version}). Start the newer version, or restore an older backup with `restore DIR`."));
        }
    }

    private static void Create(SqliteConnection connection)
    {
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(string.Create(CultureInfo.InvariantCulture,
            $"BEGIN IMMEDIATE; {Layout} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT"));
    }

    private static long Number(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
