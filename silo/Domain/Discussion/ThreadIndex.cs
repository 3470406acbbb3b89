using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Discussion;

/// <summary>What a thread needs to know of a post without reading it.</summary>
/// <param name="Page">The page that holds it, 1 for the first.</param>
public sealed record PostEntry(string Id, int Number, int Page, string By, Instant At, PostState State)
{
    /// <summary>Whether it counts: everybody can read it.</summary>
    public bool IsShown => State == PostState.Shown;
}

/// <summary>Where each post of a thread is, and what can be counted. Derived from the pages: counted anew it is the same.</summary>
public sealed record ThreadIndex
{
    public static readonly ThreadIndex Empty = new();

    private ThreadIndex()
    {
    }

    /// <summary>By number: the first is number 1.</summary>
    public ImmutableList<PostEntry> Entries { get; private init; } = [];

    private ImmutableDictionary<string, int> Numbers { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    private ImmutableDictionary<string, Instant> LastBy { get; init; } = ImmutableDictionary.Create<string, Instant>(StringComparer.Ordinal);

    /// <summary>How many posts everybody can read.</summary>
    public int Shown { get; private init; }

    /// <summary>How many posts wait for somebody of the team.</summary>
    public int Awaiting { get; private init; }

    /// <summary>The newest post that everybody can read.</summary>
    public PostEntry? Last { get; private init; }

    /// <summary>The first post that everybody can read by somebody else than who began.</summary>
    public PostEntry? FirstReply { get; private init; }

    public static ThreadIndex Of(IEnumerable<PostEntry> entries) => entries.Aggregate(Empty, (index, entry) => index.Add(entry));

    public PostEntry? Find(string id) => Numbers.TryGetValue(id, out var number) ? Entries[number - 1] : null;

    /// <summary>When somebody wrote here last.</summary>
    public Instant? LastOf(string learner) => LastBy.TryGetValue(learner, out var at) ? at : null;

    /// <summary>Adds the post that comes next.</summary>
    public ThreadIndex Add(PostEntry entry)
    {
        if (entry.Number != Entries.Count + 1)
        {
            throw new ArgumentException($"Post {entry.Number} can't follow on {Entries.Count}.", nameof(entry));
        }

        return (this with
        {
            Entries = Entries.Add(entry),
            Numbers = Numbers.Add(entry.Id, entry.Number),
            LastBy = LastBy.SetItem(entry.By, entry.At),
        }).Count(entry);
    }

    /// <summary>Counts anew after a post changed its state or its author.</summary>
    public ThreadIndex Replace(PostEntry entry)
    {
        if (entry.By != Entries[entry.Number - 1].By)
        {
            return Of(Entries.SetItem(entry.Number - 1, entry));
        }

        var replaced = this with { Entries = Entries.SetItem(entry.Number - 1, entry), Shown = 0, Awaiting = 0, Last = null, FirstReply = null };
        return replaced.Entries.Aggregate(replaced, (index, one) => index.Count(one));
    }

    private ThreadIndex Count(PostEntry entry) => entry.IsShown
        ? this with
        {
            Shown = Shown + 1,
            Last = entry,
            FirstReply = FirstReply ?? (entry.By == Entries[0].By ? null : entry),
        }
        : entry.State == PostState.Awaiting ? this with { Awaiting = Awaiting + 1 } : this;
}
