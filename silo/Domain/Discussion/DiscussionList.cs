using System.Collections.Immutable;

namespace CohortCourses.Domain.Discussion;

/// <summary>Which threads a week has. All else about them is theirs to tell.</summary>
public sealed record DiscussionList(ImmutableList<string> Threads)
{
    public const int Most = 1_500;

    public static readonly DiscussionList Empty = new([]);

    public Decision<DiscussionList> Add(string thread) =>
        Threads.Contains(thread) ? Decision.Unchanged(this)
        : Threads.Count >= Most ? DiscussionRejections.Full
        : new DiscussionList(Threads.Add(thread));

    public Decision<DiscussionList> Remove(string thread) =>
        Threads.Contains(thread) ? new DiscussionList(Threads.Remove(thread)) : Decision.Unchanged(this);
}

public static class DiscussionRejections
{
    public static readonly Rejection Full = Rejection.Of("discussion.full", ("most", "1500"));
}
