using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

public sealed record NewThreadRequest
{
    [Required, Description("Made by who asks. The same id again is the same thread; its first post has this id too.")]
    public Guid? Id { get; init; }

    [Required, Description("A week whose discussion is open.")]
    public int? Week { get; init; }

    [Required, Description("1 to 120 characters.")]
    public string? Title { get; init; }

    [Required, Description("The first post: Markdown, 1 to 8,000 characters. People are named as @Handle.")]
    public string? Body { get; init; }

    [Description("A talk if it is left out.")]
    public ThreadKind? Kind { get; init; }
}

public sealed record NewPostRequest
{
    [Required, Description("Made by who asks. The same id again is the same post.")]
    public Guid? Id { get; init; }

    [Required, Description("Markdown, 1 to 8,000 characters. People are named as @Handle.")]
    public string? Body { get; init; }

    [Description("The id of the post that it answers.")]
    public Guid? ReplyTo { get; init; }
}

public sealed record PostChangeRequest
{
    [Required, Description("Markdown, 1 to 8,000 characters.")]
    public string? Body { get; init; }
}

public sealed record Author(
    [property: Description("The name that they go by in this cohort now.")] string Handle,
    CohortRole Role)
{
    /// <summary>Null for somebody who left.</summary>
    internal static Author? Of(Speaker speaker) => speaker.Handle is { } handle ? new(handle, speaker.Role) : null;
}

public sealed record DiscussionThread(
    Guid Id,
    int Week,
    string Title,
    ThreadKind Kind,
    [property: Description("Whether only who asked and the instructors can read it.")] bool Private,
    [property: Description("Null for somebody who left.")] Author? By,
    DateTimeOffset At,
    bool Pinned,
    bool Locked,
    [property: Description("Each participant may post once in so many minutes; 0 is as often as they like.")] int SlowMinutes,
    [property: Description("The id of the post that answers the question.")] Guid? Answer,
    [property: Description("A question that nobody has answered.")] bool Unanswered,
    [property: Description("How many posts everybody can read.")] int Posts,
    DateTimeOffset LastAt)
{
    internal static DiscussionThread Of(ThreadSummary thread, Speakers speakers) => new(
        Guid.Parse(thread.Thread),
        thread.Week,
        thread.Title,
        thread.Kind,
        thread.Audience == Audience.Instructors,
        Author.Of(speakers[thread.By]),
        thread.At,
        thread.Pinned,
        thread.Locked,
        thread.SlowMinutes,
        thread.Answer is { } answer ? Guid.Parse(answer) : null,
        thread.IsUnanswered,
        thread.Posts,
        thread.LastAt);
}

public sealed record DiscussionPost(
    Guid Id,
    [property: Description("Its place in the thread, from 1. It never changes.")] int Number,
    [property: Description("Null for somebody who left.")] Author? By,
    [property: Description("Whether the reader wrote it.")] bool Mine,
    DateTimeOffset At,
    PostState State,
    [property: Description("Markdown, with people by the names that they go by now; null if the reader may not read it.")] string? Body,
    [property: Description("Why it was hidden, for its author and the staff.")] string? Reason,
    [property: Description("The number of the post that it answers.")] int? ReplyToNumber,
    [property: Description("Null if never, or only within 15 minutes.")] DateTimeOffset? EditedAt,
    IReadOnlyList<PostReaction> Reactions)
{
    internal static DiscussionPost Of(PostView post, Speakers speakers, Words words, string me) => new(
        Guid.Parse(post.Id),
        post.Number,
        Author.Of(speakers[post.By]),
        post.By == me,
        post.At,
        post.State,
        post.Text is null ? null : Naming.ToNames(post.Text, learner => speakers[learner].Name(words)),
        post.Reason,
        post.ReplyTo,
        post.EditedAt,
        [.. post.Reactions.Select(reaction => new PostReaction(reaction.Kind, reaction.By.Length, reaction.By.Contains(me)))]);
}

public sealed record PostReaction(ReactionKind Kind, int Count, [property: Description("Whether the reader is one of them.")] bool Mine);
