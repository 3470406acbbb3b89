using CohortCourses.Contracts.Discussion;
using CohortCourses.Grains.Documents;
using Rules = CohortCourses.Domain.Discussion;

namespace CohortCourses.Grains.Discussion;

/// <summary>Between what is true and what crosses a call.</summary>
internal static class DiscussionMapping
{
    public static Rules.Writer ToDomain(this Writer by) => new(by.Learner, by.IsTeam, by.IsStaff);

    public static Rules.Viewer ToDomain(this Viewer viewer) => new(viewer.Learner, viewer.IsStaff);

    public static Rules.PostState ToDomain(this PostState state) => (Rules.PostState)state;

    public static Rules.ReactionKind ToDomain(this ReactionKind kind) => (Rules.ReactionKind)kind;

    public static Rules.Post ToDomain(this StoredPost post) => new(post.Id, post.Number, post.By, post.At.ToInstant(), post.Text, post.ReplyTo)
    {
        State = post.State.ToDomain(),
        Reason = post.Reason,
        EditedAt = post.EditedAt.ToInstant(),
        Versions = post.Versions,
    };

    public static StoredPost ToStored(this Rules.Post post) => new(
        post.Id, post.Number, post.By, post.At.ToOffset(), post.Text, post.ReplyTo, (PostState)post.State, post.Reason, post.EditedAt.ToOffset(), post.Versions);

    public static Rules.PostEntry ToEntry(this StoredPost post, int page) =>
        new(post.Id, post.Number, page, post.By, post.At.ToInstant(), post.State.ToDomain());

    public static ImmutableArray<ReactionView> ToViews(this Rules.PostReactions reactions) =>
        [.. reactions.By.Select(kind => new ReactionView((ReactionKind)kind.Key, [.. kind.Value]))];

    public static Rules.Thread ToDomain(this NewThread thread, string by, NodaTime.Instant now) => new(
        thread.Title, (Rules.ThreadKind)thread.Kind, (Rules.Audience)thread.Audience, thread.Week, by, now);

    /// <summary>A post as somebody may see it, or null if for them there is none.</summary>
    public static PostView? ToView(this StoredPost stored, Rules.Viewer viewer, Rules.ThreadIndex index, ImmutableArray<ReactionView> reactions)
    {
        var isRead = Rules.Post.IsReadBy(stored.State.ToDomain(), stored.By, viewer);
        return isRead || stored.State is PostState.Hidden or PostState.Withdrawn
            ? new(
                stored.Id,
                stored.Number,
                stored.By,
                stored.At,
                stored.State,
                isRead ? stored.Text : null,
                isRead ? stored.Reason : null,
                stored.ReplyTo is { } answered ? index.Find(answered)?.Number : null,
                stored.EditedAt,
                stored.Versions,
                isRead ? reactions : [])
            : null;
    }

    public static ThreadSummary ToSummary(this Rules.Thread thread, Rules.ThreadIndex index, string cohort, string id, long version) => new(
        cohort,
        id,
        thread.Week,
        thread.Title,
        (ThreadKind)thread.Kind,
        (Audience)thread.Audience,
        thread.By,
        thread.At.ToOffset(),
        thread.Pinned,
        thread.Locked,
        thread.SlowMinutes,
        thread.Answer,
        thread.MayPublish,
        index.Shown,
        index.Entries.Count,
        (index.Last?.At ?? thread.At).ToOffset(),
        index.Last?.By ?? thread.By,
        index.FirstReply?.At.ToOffset(),
        index.Shown > 0,
        version,
        index.Awaiting);
}
