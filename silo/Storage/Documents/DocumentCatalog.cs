using System.Reflection;
using System.Text.Json;

namespace CohortCourses.Storage;

/// <summary>All document types of some assemblies, by their durable names.</summary>
public sealed class DocumentCatalog
{
    private readonly DocumentSerializer documents;
    private readonly Dictionary<string, Type> types;

    /// <exception cref="ArgumentException">Two types have one name.</exception>
    public DocumentCatalog(DocumentSerializer serializer, IEnumerable<Assembly> assemblies)
    {
        documents = serializer;
        types = assemblies.SelectMany(assembly => assembly.GetTypes())
            .Select(type => (Type: type, Document: type.GetCustomAttribute<DocumentAttribute>(inherit: false)))
            .Where(found => found.Document is not null)
            .ToDictionary(found => found.Document!.Name, found => found.Type, StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, Type> Types => types;

    /// <summary>Why a stored document cannot be read, in a sentence; null where it can.</summary>
    public string? Problem(StoredDocument document)
    {
        try
        {
            var reader = new Utf8JsonReader(document.Body.Span);
            var name = DocumentEnvelope.Open(ref reader).Name;
            if (!types.TryGetValue(name, out var type))
            {
                return $"This version of CohortCourses knows no document called {name}.";
            }

            documents.Deserialize(type, document.Body);
            return null;
        }
        catch (JsonException)
        {
            return $"A {document.Kind} is not a document of CohortCourses, or not whole.";
        }
        catch (Exception error) when (error is NewerDocumentException or UnreadableDocumentException)
        {
            return error.Message;
        }
    }
}
