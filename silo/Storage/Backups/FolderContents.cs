using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

/// <summary>A database seen from outside: counted and checked, never written.</summary>
internal sealed class FolderContents : IDisposable
{
    private readonly string path;
    private readonly SqliteConnection connection;

    private FolderContents(string database, SqliteConnection open) => (path, connection) = (database, open);

    /// <summary>The database of a data folder that is there.</summary>
    public static string Find(string dataFolder)
    {
        var full = Path.GetFullPath(dataFolder);
        var database = DataFolder.DatabaseIn(full);
        DatabaseFormat.RefuseOrphanedLog(database);
        return File.Exists(database)
            ? database
            : throw new DataFolderException(DataFolderFault.Failed, full, $"There is no data in {full}. Name the server's data folder with --data.");
    }

    public static FolderContents Open(string database)
    {
        try
        {
            var opened = SqliteConnections.OpenBeside(database);
            try
            {
                DatabaseFormat.Verify(opened, database);
                return new(database, opened);
            }
            catch
            {
                opened.Dispose();
                throw;
            }
        }
        catch (SqliteException error)
        {
            throw error.Explain(database);
        }
    }

    /// <summary>What is wrong with the file; nothing, where it is whole.</summary>
    public List<string> Damage() => Ask(() => DatabaseFormat.Damage(connection, "integrity_check"));

    public ImmutableSortedDictionary<string, long> Count() => Ask(() =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT kind, count(*) FROM documents GROUP BY kind";
        using var rows = command.ExecuteReader();
        var counts = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        while (rows.Read())
        {
            counts.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return counts.ToImmutable();
    });

    public IEnumerable<StoredDocument> Documents()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT kind, key, etag, body FROM documents ORDER BY kind, key";
        using var rows = Ask(command.ExecuteReader);
        while (Ask(rows.Read))
        {
            yield return new(
                rows.GetString(0), rows.GetString(1), rows.GetFieldValue<byte[]>(3), rows.GetInt64(2).ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Dispose() => connection.Dispose();

    private T Ask<T>(Func<T> question)
    {
        try
        {
            return question();
        }
        catch (SqliteException error)
        {
            throw error.Explain(path);
        }
    }
}
