using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CohortCourses.Storage;

/// <summary>
/// Documents as UTF-8 JSON: <c>{"doc":"cohort","v":2,"is":{...}}</c>. The name and version come from the type's <see cref="DocumentAttribute"/>; an
/// older document is upgraded as it is read and stays as it was on disk until it is written next; a newer one is refused.
/// </summary>
public sealed class DocumentSerializer(DocumentUpgrades upgrades) : IGrainStorageSerializer
{
    private static readonly ConcurrentDictionary<Type, DocumentAttribute> Names = new();

    /// <summary>What a thread writes documents with, for the next one: making it anew costs as much as many a document.</summary>
    [ThreadStatic]
    private static DocumentWriter? idle;

    public DocumentSerializer()
        : this(new DocumentUpgrades([]))
    {
    }

    /// <inheritdoc />
    public BinaryData Serialize<T>(T? input)
    {
        var name = NameOf(typeof(T));
        var document = idle ?? new();
        idle = null; // one that fails on the way is not used again
        var json = document.Begin();
        json.WriteStartObject();
        json.WriteString("doc"u8, name.Name);
        json.WriteNumber("v"u8, name.Version);
        json.WritePropertyName("is"u8);
        JsonSerializer.Serialize(json, input, DocumentJson.Options);
        json.WriteEndObject();
        var written = document.End();
        idle = document;
        return new(written);
    }

    /// <inheritdoc />
    /// <exception cref="NewerDocumentException">The stored version is newer than the type's.</exception>
    /// <exception cref="UnreadableDocumentException">It is not such a document, or not whole.</exception>
    public T? Deserialize<T>(BinaryData input) => (T?)Deserialize(typeof(T), input.ToMemory());

    /// <inheritdoc cref="Deserialize{T}(BinaryData)" />
    public object? Deserialize(Type type, ReadOnlyMemory<byte> document)
    {
        var known = NameOf(type);
        try
        {
            var reader = new Utf8JsonReader(document.Span);
            var stored = DocumentEnvelope.Open(ref reader);
            if (stored.Name != known.Name)
            {
                throw new UnreadableDocumentException(known.Name, $"it is a {stored.Name}");
            }

            return stored.Version == known.Version ? Whole(ref reader, type) : Upgraded(ref reader, type, stored.Version, known);
        }
        catch (JsonException error)
        {
            throw new UnreadableDocumentException(known.Name, Reason(error), error);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new UnreadableDocumentException(known.Name, "a value in it is not allowed", error);
        }
    }

    private object? Upgraded(ref Utf8JsonReader reader, Type type, int stored, DocumentAttribute known)
    {
        if (stored > known.Version)
        {
            throw new NewerDocumentException(known.Name, stored, known.Version);
        }

        var old = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("an object was expected");
        DocumentEnvelope.Close(ref reader);
        return upgrades.Upgrade(known.Name, stored, known.Version, old).Deserialize(type, DocumentJson.Options);
    }

    private static object? Whole(ref Utf8JsonReader reader, Type type)
    {
        var document = JsonSerializer.Deserialize(ref reader, type, DocumentJson.Options);
        DocumentEnvelope.Close(ref reader);
        return document;
    }

    private static DocumentAttribute NameOf(Type type) => Names.GetOrAdd(type, static type =>
        type.GetCustomAttribute<DocumentAttribute>(inherit: false)
            ?? throw new InvalidOperationException($"{type} needs a [Document(name, version)] before it can be stored."));

    // Where it is, without the words that stand there: they may be a person's.
    private static string Reason(JsonException error) =>
        error.Path is { } path ? $"it does not fit at {path}" : "it is not whole";
}
