using System.Collections.Immutable;

namespace CohortCourses.Storage;

/// <summary>What a check found.</summary>
/// <param name="Damage">What is wrong with the file itself.</param>
/// <param name="Documents">How many documents of each kind.</param>
/// <param name="Unreadable">Documents that this program cannot read.</param>
public sealed record CheckResult(IReadOnlyList<string> Damage, ImmutableSortedDictionary<string, long> Documents, IReadOnlyList<UnreadableEntry> Unreadable)
{
    public bool Sound => Damage.Count == 0 && Unreadable.Count == 0;
}

/// <summary>A document that cannot be read, and why. The key may be a person's sign-in name: show it to the organiser only.</summary>
public sealed record UnreadableEntry(string Kind, string Key, string Problem);

/// <summary>Looks at everything a data folder holds, also while a server works on it, and changes nothing.</summary>
public static class FolderCheck
{
    /// <param name="dataFolder">Whose data.</param>
    /// <param name="problem">What keeps this program from reading a document, or null.</param>
    /// <exception cref="DataFolderException">There is nothing to check, or it is not ours or newer.</exception>
    public static CheckResult Run(string dataFolder, Func<StoredDocument, string?> problem)
    {
        using var contents = FolderContents.Open(FolderContents.Find(dataFolder));
        var damage = new List<string>();
        var counts = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        var unreadable = new List<UnreadableEntry>();
        try
        {
            damage.AddRange(contents.Damage());
            foreach (var document in contents.Documents())
            {
                counts[document.Kind] = counts.GetValueOrDefault(document.Kind) + 1;
                if (problem(document) is { } found)
                {
                    unreadable.Add(new(document.Kind, document.Key, found));
                }
            }
        }
        catch (DataFolderException error) when (error.Fault == DataFolderFault.Damaged)
        {
            damage.Add(error.Message);
        }

        return new(damage, counts.ToImmutable(), unreadable);
    }
}
