using System.Text.Json.Nodes;

namespace CohortCourses.Storage;

/// <summary>Turns a stored document of one version into the next. A step is never changed once a pilot may have run it.</summary>
public interface IDocumentUpgrade
{
    /// <summary>The document's name, as in its <see cref="DocumentAttribute"/>.</summary>
    string Name { get; }

    /// <summary>The version that this step reads; it writes the one after.</summary>
    int From { get; }

    JsonObject Upgrade(JsonObject document);
}
