using System.Collections.Immutable;

namespace CohortCourses.Domain.Moderation;

/// <summary>A page of the log. Entries are only ever added; the last page is the one that grows.</summary>
public sealed record LogPage(ImmutableList<LogEntry> Entries)
{
    public const int MostEntries = 50;

    public static readonly LogPage Empty = new([]);

    public bool IsFull => Entries.Count >= MostEntries;

    /// <summary>Adds an act. The same act twice is one entry.</summary>
    public Decision<LogPage> Add(Act act, int number, string previous, (string By, string About, string Words) salts) =>
        Entries.Any(entry => entry.Act == act.Id) ? Decision.Unchanged(this)
        : this with { Entries = Entries.Add(LogEntry.Of(act, number, previous, salts)) };

    public Decision<LogPage> Forget(string learner)
    {
        var kept = Entries.ConvertAll(entry => entry.Forget(learner));
        return kept.SequenceEqual(Entries) ? Decision.Unchanged(this) : this with { Entries = kept };
    }
}

/// <summary>How far a log was read, and whether it is as it was written.</summary>
/// <param name="Flaw">The number of the first entry that was changed, lost, moved or put in; null if none was.</param>
public sealed record LogChain(int Count, string End, int? Flaw)
{
    public static readonly LogChain Beginning = new(0, LogEntry.Beginning, null);

    public LogChain Read(IEnumerable<LogEntry> entries)
    {
        var chain = this;
        foreach (var entry in entries)
        {
            var fits = entry.Number == chain.Count + 1 && entry.Previous == chain.End && entry.Holds;
            chain = new(chain.Count + 1, entry.Hash, chain.Flaw ?? (fits ? null : chain.Count + 1));
        }

        return chain;
    }

    /// <summary>At the end of the log: whether it ends where it is said to, so that nothing can be cut off unseen.</summary>
    public LogChain EndsAt(int count, string end) =>
        Flaw is null && (Count != count || End != end) ? this with { Flaw = Math.Min(Count, count) + (Count == count ? 0 : 1) } : this;
}
