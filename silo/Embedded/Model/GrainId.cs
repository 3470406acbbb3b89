namespace CohortCourses.Embedded;

/// <summary>The identity of a grain: the durable name of its class and its key.</summary>
public readonly record struct GrainId(string Type, string Key)
{
    public static GrainId Create(string type, string key) => new(type, key);

    /// <summary><c>type/key</c>, as Orleans writes it.</summary>
    public override string ToString() => $"{Type}/{Key}";
}
