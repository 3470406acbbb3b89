using System.Collections.Immutable;

namespace CohortCourses.Domain.Discussion;

/// <summary>The few things that one can say with one tap.</summary>
public enum ReactionKind
{
    Thanks,
    SameHere,
    Idea,
}

/// <summary>Who reacted how to one post.</summary>
public sealed record PostReactions(ImmutableSortedDictionary<ReactionKind, ImmutableSortedSet<string>> By)
{
    private static readonly ImmutableSortedSet<string> Nobody = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static readonly PostReactions None = new(ImmutableSortedDictionary<ReactionKind, ImmutableSortedSet<string>>.Empty);

    public ImmutableSortedSet<string> Of(ReactionKind kind) => By.GetValueOrDefault(kind, Nobody);

    

    public PostReactions Set(ReactionKind kind, string learner, bool on)
    {
        var people = on ? Of(kind).Add(learner) : Of(kind).Remove(learner);
        return new(people.IsEmpty ? By.Remove(kind) : By.SetItem(kind, people));
    }
}

/// <summary>The reactions to the posts of one page, by post id. Bounded by what a page may hold.</summary>
public sealed record Reactions(ImmutableSortedDictionary<string, PostReactions> Posts)
{
    /// <summary>How many reactions one page of posts keeps.</summary>
    public const int Most = 2_000;

    public static readonly Reactions None = new(ImmutableSortedDictionary.Create<string, PostReactions>(StringComparer.Ordinal));

    public PostReactions To(string post) => Posts.GetValueOrDefault(post, PostReactions.None);

    public int Count => Posts.Values.Sum(post => post.By.Values.Sum(people => people.Count));

    /// <summary>Reacts, or takes it back. Twice is once.</summary>
    public Decision<Reactions> React(string post, ReactionKind kind, string learner, bool on)
    {
        if (To(post).Of(kind).Contains(learner) == on)
        {
            return Decision.Unchanged(this);
        }

        return on && Count >= Most ? ReactionRejections.Full : With(post, To(post).Set(kind, learner, on));
    }

    public Decision<Reactions> Erase(string learner)
    {
        var left = this;
        foreach (var (post, kind) in from post in Posts from kind in post.Value.By where kind.Value.Contains(learner) select (post.Key, kind.Key))
        {
            left = left.With(post, left.To(post).Set(kind, learner, on: false));
        }

        return ReferenceEquals(left, this) ? Decision.Unchanged(this) : left;
    }

    private Reactions With(string post, PostReactions reactions) =>
        new(reactions.By.IsEmpty ? Posts.Remove(post) : Posts.SetItem(post, reactions));
}

public static class ReactionRejections
{
    public static readonly Rejection Full = Rejection.Of("reaction.full");
}
