using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Evaluation;

/// <summary>Something left the server.</summary>
/// <param name="Id">Made by who asked; the same one twice is one.</param>
/// <param name="By">A learner id; null for whoever sat at the machine.</param>
/// <param name="What">The file, such as <c>package.zip</c>.</param>
public sealed record ExportEntry(string Id, string? By, string What, string Label, Instant At);

/// <summary>A page of the log of exports. Entries are only ever added.</summary>
public sealed record ExportLogPage(ImmutableArray<ExportEntry> Entries)
{
    public const int MostEntries = 100;

    public static readonly ExportLogPage Empty = new([]);

    public bool IsFull => Entries.Length >= MostEntries;

    public Decision<ExportLogPage> Add(ExportEntry entry) =>
        Entries.Any(known => known.Id == entry.Id) ? Decision.Unchanged(this) : this with { Entries = Entries.Add(entry) };
}
