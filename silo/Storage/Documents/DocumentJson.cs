using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CohortCourses.Storage;

/// <summary>
/// How the members of a document become JSON. Nulls and empty collections are left out where reading brings them back; a member that
/// the type does not have is an error, because writing the document again would lose it.
/// </summary>
public static class DocumentJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            // Never put into HTML: Arabic and Japanese stay as they are, at a third of the bytes.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                new OrdinalCollections(),
            },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AbsentMembers.Apply } },
        };
        options.MakeReadOnly();
        return options;
    }
}
