using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

/// <summary>Connections for reading, as many as read at the same time. A reader never waits for the writer.</summary>
internal sealed class DocumentReaders(string database) : IDisposable
{
    private readonly ConcurrentBag<Reader> idle = [];
    private volatile bool closed;

    public T Read<T>(Func<Reader, T> query)
    {
        ObjectDisposedException.ThrowIf(closed, typeof(SqliteDocumentStore));
        try
        {
            var reader = idle.TryTake(out var pooled) ? pooled : new Reader(database);
            var result = query(reader);
            Return(reader);
            return result;
        }
        catch (SqliteException error)
        {
            throw error.Explain(database);
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void Return(Reader reader)
    {
        idle.Add(reader);
        if (closed)
        {
            Dispose();
        }
    }

    internal sealed class Reader : IDisposable
    {
        /// <summary>In KiB. There are many readers, and the system keeps the file in memory anyway.</summary>
        private const string FewPages = "PRAGMA cache_size = -256";

        private readonly SqliteConnection connection;
        private readonly SqliteCommand one;
        private readonly SqliteCommand page;

        public Reader(string database)
        {
            connection = SqliteConnections.OpenToRead(database);
            connection.Execute(FewPages);
            one = connection.Prepare(
                "SELECT key, etag, body FROM documents WHERE kind = $kind AND key = $key",
                ("$kind", SqliteType.Text), ("$key", SqliteType.Text));
            page = connection.Prepare(
                "SELECT key, etag, body FROM documents WHERE kind = $kind AND key > $after ORDER BY key LIMIT $count",
                ("$kind", SqliteType.Text), ("$after", SqliteType.Text), ("$count", SqliteType.Integer));
        }

        public StoredDocument? One(string kind, string key)
        {
            one.Parameters["$kind"].Value = kind;
            one.Parameters["$key"].Value = key;
            using var rows = one.ExecuteReader();
            return rows.Read() ? Document(kind, rows) : null;
        }

        public List<StoredDocument> Page(string kind, string after, int count)
        {
            page.Parameters["$kind"].Value = kind;
            page.Parameters["$after"].Value = after;
            page.Parameters["$count"].Value = count;
            using var rows = page.ExecuteReader();
            var documents = new List<StoredDocument>();
            while (rows.Read())
            {
                documents.Add(Document(kind, rows));
            }

            return documents;
        }

        public IReadOnlyList<string> Kinds()
        {
            using var kinds = connection.CreateCommand();
            kinds.CommandText = "SELECT DISTINCT kind FROM documents";
            using var rows = kinds.ExecuteReader();
            var found = new List<string>();
            while (rows.Read())
            {
                found.Add(rows.GetString(0));
            }

            found.Sort(StringComparer.Ordinal);
            return found;
        }

        public void Dispose()
        {
            one.Dispose();
            page.Dispose();
            connection.Dispose();
        }

        private static StoredDocument Document(string kind, SqliteDataReader row) => new(
            kind, row.GetString(0), row.GetFieldValue<byte[]>(2), row.GetInt64(1).ToString(CultureInfo.InvariantCulture));
    }
}
