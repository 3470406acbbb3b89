namespace CohortCourses.Storage;

/// <summary>The durable name and version of a stored document type. CLR names are never stored.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DocumentAttribute(string name, int version) : Attribute
{
    public string Name { get; } = name;

    public int Version { get; } = version;
}
