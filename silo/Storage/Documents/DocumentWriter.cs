using System.Buffers;
using System.Text.Json;

namespace CohortCourses.Storage;

/// <summary>Writes one document after the other into the same memory. Not to be used again after one that failed.</summary>
internal sealed class DocumentWriter
{
    /// <summary>Bytes. Few documents are larger, and their memory is not kept.</summary>
    private const int MostKept = 64 << 10;

    private readonly Utf8JsonWriter json;
    private ArrayBufferWriter<byte> buffer = new(2048);

    public DocumentWriter() => json = new(buffer, new JsonWriterOptions { Encoder = DocumentJson.Options.Encoder, SkipValidation = true });

    public Utf8JsonWriter Begin()
    {
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        return json;
    }

    /// <returns>The document, in memory of its own.</returns>
    public byte[] End()
    {
        json.Flush();
        var document = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > MostKept)
        {
            buffer = new(2048);
        }

        return document;
    }
}
