namespace CohortCourses.Storage;

/// <summary>A stored document that this program cannot read.</summary>
public sealed class UnreadableDocumentException(string document, string reason, Exception? inner = null)
    : Exception($"A stored document ({document}) cannot be read: {reason}.", inner)
{
    public string Document { get; } = document;
}

/// <summary>A stored document was written by a newer version of the program. It is left as it is.</summary>
public sealed class NewerDocumentException(string document, int stored, int known)
    : Exception($"A stored document ({document}) has version {stored}; this version of CohortCourses knows {known}. Start the newer CohortCourses, or restore an older backup.")
{
    public string Document { get; } = document;

    public int Stored { get; } = stored;

    public int Known { get; } = known;
}
