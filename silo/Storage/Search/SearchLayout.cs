using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CohortCourses.Storage;

/// <summary>What the search file is made of.</summary>
internal static class SearchLayout
{
    /// <summary>Goes up with every change of the layout or of how texts are folded: an older file is made anew.</summary>
    private const int Version = 1;

    // Two indexes without the texts, which stand in posts: trigrams of everything, and whatever one or two letters can find. A row's number
    // holds the time of its post, so that the newest come first without being sorted.
    private const string Layout =
        """
        CREATE TABLE cohorts (number INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE);
        CREATE TABLE threads (
            number INTEGER PRIMARY KEY, cohort INTEGER NOT NULL, thread TEXT NOT NULL, version INTEGER NOT NULL,
            week INTEGER NOT NULL, title TEXT NOT NULL, unanswered INTEGER NOT NULL, UNIQUE (cohort, thread));
        CREATE TABLE pages (thread INTEGER NOT NULL, page INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (thread, page)) WITHOUT ROWID;
        CREATE TABLE posts (
            place INTEGER PRIMARY KEY, cohort INTEGER NOT NULL, thread INTEGER NOT NULL, page INTEGER NOT NULL, number INTEGER NOT NULL,
            by TEXT NOT NULL, title TEXT, text TEXT NOT NULL);
        CREATE INDEX posts_of_page ON posts (thread, page);
        CREATE INDEX posts_of_cohort ON posts (cohort, place);
        CREATE INDEX posts_of_person ON posts (cohort, by, place);
        CREATE VIRTUAL TABLE words USING fts5 (scope, body, content = '', columnsize = 0, tokenize = 'trigram case_sensitive 1');
        CREATE VIRTUAL TABLE short USING fts5 (scope, body, content = '', columnsize = 0, detail = 'column', tokenize = 'ascii');
        """;

    public static SqliteConnection Open(string path)
    {
        try
        {
            return Prepare(path);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR or raw.SQLITE_FORMAT)
        {
            Delete(path);
            return Prepare(path);
        }
    }

    /// <summary>A cohort in the indexes: one trigram of characters that nobody types.</summary>
    public static string Scope(long cohort) => string.Create(3, cohort, (letters, number) =>
    {
        for (var at = 0; at < letters.Length; at++)
        {
            letters[at] = (char)(0xE000 + (number % 0x1000));
            number /= 0x1000;
        }
    });

    /// <summary>The same as a word of its own.</summary>
    public static string ShortScope(long cohort) => string.Create(CultureInfo.InvariantCulture, $"c{cohort}");

    private static SqliteConnection Prepare(string path)
    {
        var connection = SqliteConnections.OpenToWrite(path);
        try
        {
            // A lost write is read anew, so no commit waits for the disk.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
            if (connection.Number("PRAGMA user_version") is var found && found != Version)
            {
                if (found != 0 || connection.Number("SELECT count(*) FROM sqlite_master") > 0)
                {
                    connection.Dispose();
                    Delete(path);
                    return Prepare(path);
                }

                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {Layout} PRAGMA user_version = {Version}; COMMIT"));
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Delete(string path)
    {
        foreach (var file in (string[])[path, path + "-wal", path + "-shm"])
        {
            File.Delete(file);
        }
    }
}
