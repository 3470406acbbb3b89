using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

internal static class SqliteConnections
{
    static SqliteConnections() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Makes the file where it is missing. Every commit is flushed to the disk; what is deleted is overwritten.</summary>
    public static SqliteConnection OpenToWrite(string database)
    {
        var connection = Open(database, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // A long backup lets the log grow; after it the file shrinks again.
            connection.Execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection OpenToRead(string database) => Open(database, SqliteOpenMode.ReadOnly);

    /// <summary>
    /// For a look from outside, with a server at work or without: may write so that it leaves no log behind when it closes last.
    /// Where the file itself is read-only, SQLite makes do with that.
    /// </summary>
    public static SqliteConnection OpenBeside(string database) => Open(database, SqliteOpenMode.ReadWrite);

    public static int Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public static long Number(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>A prepared statement with its parameters, named as in the text.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, SqliteType Type)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            command.Parameters.Add(name, type);
        }

        command.Prepare();
        return command;
    }

    private static SqliteConnection Open(string database, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = database, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
