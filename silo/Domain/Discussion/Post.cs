using NodaTime;

namespace CohortCourses.Domain.Discussion;

/// <summary>Who may read a post.</summary>
public enum PostState
{
    /// <summary>Everybody who may read the thread.</summary>
    Shown,

    /// <summary>A first post that nobody of the team has looked at yet.</summary>
    Awaiting,

    /// <summary>Taken out of sight by a moderator for a reason. A line says that it was here.</summary>
    Hidden,

    /// <summary>Taken away by a moderator, with every trace.</summary>
    Removed,

    /// <summary>Taken back by who wrote it.</summary>
    Withdrawn,
}

/// <summary>One post. Its number is its place in the thread, 1 for the first, and never changes.</summary>
/// <param name="Id">A GUID made by who writes.</param>
/// <param name="By">The learner; empty once they erased themselves.</param>
/// <param name="Text">Markdown, 8,000 characters at most; empty once it was withdrawn.</param>
/// <param name="ReplyTo">The id of the post that it answers, or null.</param>
public sealed record Post(string Id, int Number, string By, Instant At, string Text, string? ReplyTo = null)
{
    /// <summary>Within this time an edit leaves no mark.</summary>
    public static readonly Duration QuietEdits = Duration.FromMinutes(15);

    public const int MostVersions = 50;

    public PostState State { get; init; }

    /// <summary>Why a moderator hid it, in their words.</summary>
    public string? Reason { get; init; }

    /// <summary>The last edit that came late enough to be marked.</summary>
    public Instant? EditedAt { get; init; }

    /// <summary>How many texts it has had.</summary>
    public int Versions { get; init; } = 1;

    public Decision<Post> Edit(string by, string text, Instant now)
    {
        var (clean, refused) = PostText.Clean(text);
        return this switch
        {
            _ when By != by || State is PostState.Removed => PostRejections.Unknown,
            { State: PostState.Hidden or PostState.Withdrawn } => PostRejections.NotShown,
            _ when clean is null => refused!,
            _ when clean == Text => Decision.Unchanged(this),
            { Versions: >= MostVersions } => PostRejections.EditedTooOften,
            _ => this with { Text = clean, Versions = Versions + 1, EditedAt = now - At > QuietEdits ? now : EditedAt },
        };
    }

    public Decision<Post> Withdraw(string by) => this switch
    {
        { State: PostState.Withdrawn } when By == by => Decision.Unchanged(this),
        _ when By != by || State is PostState.Removed => PostRejections.Unknown,
        { State: PostState.Hidden } => PostRejections.NotShown,
        _ => this with { State = PostState.Withdrawn, Text = "" },
    };

    /// <summary>What a moderator decides: shown again, hidden for a reason, removed, or waiting. What was withdrawn stays withdrawn.</summary>
    public Decision<Post> Judge(PostState state, string? reason) => this switch
    {
        { State: PostState.Withdrawn } => PostRejections.NotShown,
        _ when state is PostState.Withdrawn => PostRejections.NotShown,
        _ when state == State && reason == Reason => Decision.Unchanged(this),
        _ => this with { State = state, Reason = reason },
    };

    /// <summary>Forgets who wrote it and what.</summary>
    public Post Erase() => this with { By = "", Text = "", Reason = null, State = State is PostState.Removed ? State : PostState.Withdrawn };

    /// <summary>Whether a reader gets the text: everyone of what is shown; the author and the staff of what waits or is hidden; the staff of what was removed.</summary>
    public bool IsReadBy(Viewer viewer) => IsReadBy(State, By, viewer);

    /// <summary>The same of a post that nobody has in hand.</summary>
    public static bool IsReadBy(PostState state, string by, Viewer viewer) => state switch
    {
        PostState.Shown => true,
        PostState.Awaiting or PostState.Hidden => viewer.IsStaff || viewer.Learner == by,
        PostState.Removed => viewer.IsStaff,
        _ => false,
    };
}

/// <summary>Who looks.</summary>
/// <param name="IsStaff">Instructors and organisers, who moderate.</param>
public sealed record Viewer(string Learner, bool IsStaff);

public static class PostRejections
{
    public static readonly Rejection Unknown = Rejection.Of("post.unknown");
    public static readonly Rejection NotShown = Rejection.Of("post.not-shown");
    public static readonly Rejection Empty = Rejection.Of("post.empty");
    public static readonly Rejection TooLong = Rejection.Of("post.too-long", ("most", "8000"));
    public static readonly Rejection EditedTooOften = Rejection.Of("post.edited-too-often", ("most", "50"));
    public static readonly Rejection IdUnfit = Rejection.Of("post.id-unfit");
    public static readonly Rejection IdTaken = Rejection.Of("post.id-taken");
}
