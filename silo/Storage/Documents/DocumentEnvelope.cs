using System.Text.Json;

namespace CohortCourses.Storage;

/// <summary>What stands around every stored document: its name and version, in this order, before the document itself.</summary>
public readonly record struct DocumentEnvelope(string Name, int Version)
{
    /// <summary>Reads what stands before the document and leaves the reader before it.</summary>
    /// <exception cref="JsonException">It is no document of ours.</exception>
    public static DocumentEnvelope Open(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        Member(ref reader, "doc"u8, JsonTokenType.String);
        var name = reader.GetString()!;
        Member(ref reader, "v"u8, JsonTokenType.Number);
        var version = reader.TryGetInt32(out var number) && number > 0 ? number : throw new JsonException();
        Expect(ref reader, JsonTokenType.PropertyName);
        return reader.ValueTextEquals("is"u8) && reader.Read() ? new(name, version) : throw new JsonException();
    }

    /// <summary>Makes sure that nothing but the end follows the document.</summary>
    /// <exception cref="JsonException">Something does.</exception>
    public static void Close(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.EndObject);
        if (reader.Read())
        {
            throw new JsonException();
        }
    }

    private static void Member(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, JsonTokenType type)
    {
        Expect(ref reader, JsonTokenType.PropertyName);
        if (!reader.ValueTextEquals(name))
        {
            throw new JsonException();
        }

        Expect(ref reader, type);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new JsonException();
        }
    }
}
