using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Storage;

/// <summary>The statements that change documents. Each either happens or says what is stored instead.</summary>
internal sealed class DocumentStatements : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand update;
    private readonly SqliteCommand delete;
    private readonly SqliteCommand tag;

    public DocumentStatements(SqliteConnection connection)
    {
        this.connection = connection;
        insert = connection.Prepare(
            "INSERT INTO documents (kind, key, etag, body) VALUES ($kind, $key, $new, $body) ON CONFLICT DO NOTHING",
            ("$kind", SqliteType.Text), ("$key", SqliteType.Text), ("$new", SqliteType.Integer), ("$body", SqliteType.Blob));
        update = connection.Prepare(
            "UPDATE documents SET etag = $new, body = $body WHERE kind = $kind AND key = $key AND etag = $old",
            ("$kind", SqliteType.Text), ("$key", SqliteType.Text), ("$new", SqliteType.Integer), ("$body", SqliteType.Blob), ("$old", SqliteType.Integer));
        delete = connection.Prepare(
            "DELETE FROM documents WHERE kind = $kind AND key = $key AND etag = $old",
            ("$kind", SqliteType.Text), ("$key", SqliteType.Text), ("$old", SqliteType.Integer));
        tag = connection.Prepare(
            "SELECT etag FROM documents WHERE kind = $kind AND key = $key",
            ("$kind", SqliteType.Text), ("$key", SqliteType.Text));
    }

    /// <summary>Applies one write inside the open transaction and tells it what it came to.</summary>
    public void Apply(PendingWrite write)
    {
        if (write.CalledOff)
        {
            write.Refused(new OperationCanceledException());
        }
        else if (write.Body is { } body)
        {
            Put(write, body);
        }
        else
        {
            Remove(write);
        }
    }

    public void Dispose()
    {
        insert.Dispose();
        update.Dispose();
        delete.Dispose();
        tag.Dispose();
        connection.Dispose();
    }

    private void Put(PendingWrite write, ReadOnlyMemory<byte> body)
    {
        var etag = NewTag();
        var command = insert;
        if (write.ETag is not null)
        {
            command = update;
            command.Parameters["$old"].Value = Number(write.ETag);
        }

        Name(command, write);
        command.Parameters["$new"].Value = etag;
        command.Parameters["$body"].Value = Whole(body);
        if (command.ExecuteNonQuery() == 1)
        {
            write.Written(etag.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            write.Refused(new StaleDocumentException(write.Kind, write.Key, write.ETag, Stored(write)));
        }
    }

    private void Remove(PendingWrite write)
    {
        Name(delete, write);
        delete.Parameters["$old"].Value = write.ETag is null ? -1 : Number(write.ETag);
        if (delete.ExecuteNonQuery() == 0 && Stored(write) is { } stored)
        {
            write.Refused(new StaleDocumentException(write.Kind, write.Key, write.ETag, stored));
        }
    }

    // By chance, not by counting: numbers in order would tell which documents changed together, and so who sent what.
    private static long NewTag()
    {
        Span<byte> drawn = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(drawn);
        return BitConverter.ToInt64(drawn) & long.MaxValue;
    }

    private string? Stored(PendingWrite write)
    {
        Name(tag, write);
        return tag.ExecuteScalar() is long stored ? stored.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static void Name(SqliteCommand command, PendingWrite write)
    {
        command.Parameters["$kind"].Value = write.Kind;
        command.Parameters["$key"].Value = write.Key;
    }

    // An ETag that we did not make is stale, not an error.
    private static long Number(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (etag[0] != '0' || etag.Length == 1) ? number : -1;

    private static byte[] Whole(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var part) && part.Array is { } array && part.Offset == 0 && part.Count == array.Length
            ? array
            : body.ToArray();
}
