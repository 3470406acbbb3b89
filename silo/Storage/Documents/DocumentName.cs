namespace CohortCourses.Storage;

/// <summary>What all stores accept as a kind or a key, so that they agree on which names are the same.</summary>
public static class DocumentName
{
    /// <exception cref="ArgumentException">Empty, or with a NUL or half a surrogate pair in it: no two stores keep those alike.</exception>
    public static void Check(string kind, string key)
    {
        Check(kind);
        Check(key);
    }

    public static void Check(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        for (var at = 0; at < name.Length; at++)
        {
            if (char.IsHighSurrogate(name[at]) && at + 1 < name.Length && char.IsLowSurrogate(name[at + 1]))
            {
                at++;
            }
            else if (name[at] == '\0' || char.IsSurrogate(name[at]))
            {
                throw new ArgumentException($"Character {at} cannot stand in a document's kind or key.", nameof(name));
            }
        }
    }
}
