namespace CohortCourses.Contracts.Discussion;

[GenerateSerializer, Alias("thread.kind")]
public enum ThreadKind
{
    Talk,
    Question,
    Introduction,
}

/// <summary>Who may read a thread.</summary>
[GenerateSerializer, Alias("thread.audience")]
public enum Audience
{
    /// <summary>The cohort.</summary>
    Cohort,

    /// <summary>Who asked, and the instructors.</summary>
    Instructors,
}

/// <summary>Who may read a post.</summary>
[GenerateSerializer, Alias("post.state")]
public enum PostState
{
    Shown,

    /// <summary>A first post that nobody of the team has looked at yet: its author and the staff.</summary>
    Awaiting,

    /// <summary>Hidden by a moderator for a reason: its author and the staff. A line says that it was here.</summary>
    Hidden,

    /// <summary>Taken away by a moderator: the staff.</summary>
    Removed,

    /// <summary>Taken back by who wrote it: nobody.</summary>
    Withdrawn,
}

[GenerateSerializer, Alias("post.reaction-kind")]
public enum ReactionKind
{
    Thanks,
    SameHere,
    Idea,
}

/// <summary>Somebody who writes. Whoever calls has checked that it is them.</summary>
/// <param name="IsTeam">Mentors and instructors.</param>
/// <param name="IsStaff">Instructors and organisers.</param>
[GenerateSerializer, Immutable, Alias("thread.writer")]
public sealed record Writer(string Learner, bool IsTeam, bool IsStaff);

/// <summary>Somebody who looks.</summary>
/// <param name="IsStaff">Instructors and organisers, who moderate.</param>
[GenerateSerializer, Immutable, Alias("thread.viewer")]
public sealed record Viewer(string Learner, bool IsStaff);

/// <summary>A thread to begin, with its first post.</summary>
/// <param name="Id">A GUID made by who writes; the same id twice is one thread.</param>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Post">The first post; its id may be that of the thread.</param>
[GenerateSerializer, Immutable, Alias("thread.new")]
public sealed record NewThread(string Id, int Week, string Title, ThreadKind Kind, Audience Audience, NewPost Post);

/// <summary>A post to write.</summary>
/// <param name="Id">A GUID made by who writes; the same id twice is one post.</param>
/// <param name="Text">Markdown, 1 to 8,000 characters; people are named as <c>@{learner id}</c>.</param>
/// <param name="ReplyTo">The id of the post that it answers, or null.</param>
/// <param name="Awaits">Whether somebody of the team is to look at it before all see it.</param>
[GenerateSerializer, Immutable, Alias("post.new")]
public sealed record NewPost(string Id, string Text, string? ReplyTo = null, bool Awaits = false);

/// <summary>What became of a post.</summary>
/// <param name="Number">Its place in the thread, 0 if refused.</param>
[GenerateSerializer, Immutable, Alias("post.reply")]
public sealed record PostReply(Outcome Outcome, int Number);

/// <summary>Who reacted in one way.</summary>
[GenerateSerializer, Immutable, Alias("post.reaction")]
public sealed record ReactionView(ReactionKind Kind, ImmutableArray<string> By);

/// <summary>One post as one reader may see it.</summary>
/// <param name="By">The learner; empty if they are gone.</param>
/// <param name="Text">Null if the reader may not read it, or nobody may any more.</param>
/// <param name="Reason">Why it was hidden, for its author and the staff.</param>
/// <param name="ReplyTo">The number of the post that it answers, or null.</param>
/// <param name="EditedAt">Null if never, or only within 15 minutes.</param>
/// <param name="Versions">How many texts it has had.</param>
[GenerateSerializer, Immutable, Alias("post.view")]
public sealed record PostView(
    string Id,
    int Number,
    string By,
    DateTimeOffset At,
    PostState State,
    string? Text,
    string? Reason,
    int? ReplyTo,
    DateTimeOffset? EditedAt,
    int Versions,
    ImmutableArray<ReactionView> Reactions);

/// <summary>A thread without its posts.</summary>
/// <param name="By">The learner who began it; empty if they are gone.</param>
/// <param name="SlowMinutes">Each participant may post once in so many minutes; 0 is as often as they like.</param>
/// <param name="Answer">The id of the post that answers the question.</param>
/// <param name="Posts">How many posts everybody can read.</param>
/// <param name="Numbers">The number of the newest post, seen by everybody or not.</param>
/// <param name="FirstReplyAt">When somebody else than who began wrote first.</param>
/// <param name="Shown">Whether everybody can read its first post; if not, the thread is not listed to them.</param>
/// <param name="Version">Grows with every change of head or posts, also across restarts.</param>
/// <param name="Awaiting">How many first posts in it wait for somebody of the team.</param>
[GenerateSerializer, Immutable, Alias("thread.summary")]
public sealed record ThreadSummary(
    string Cohort,
    string Thread,
    int Week,
    string Title,
    ThreadKind Kind,
    Audience Audience,
    string By,
    DateTimeOffset At,
    bool Pinned,
    bool Locked,
    int SlowMinutes,
    string? Answer,
    bool MayPublish,
    int Posts,
    int Numbers,
    DateTimeOffset LastAt,
    string LastBy,
    DateTimeOffset? FirstReplyAt,
    bool Shown,
    long Version,
    int Awaiting = 0)
{
    /// <summary>A question that nobody has answered.</summary>
    public bool IsUnanswered => Kind == ThreadKind.Question && Answer is null && FirstReplyAt is null;

    public bool IsListedTo(Viewer viewer) => (Shown || viewer.IsStaff || viewer.Learner == By) && (Audience == Audience.Cohort || viewer.IsStaff || viewer.Learner == By);
}

/// <summary>A part of a thread.</summary>
/// <param name="From">The number of the first post in it.</param>
[GenerateSerializer, Immutable, Alias("thread.part")]
public sealed record ThreadPart(ThreadSummary Thread, int From, ImmutableArray<PostView> Posts);

/// <summary>How often each page of a thread's posts has changed, so that an index reads anew only what is behind.</summary>
/// <param name="First">The number of the first post of the page.</param>
[GenerateSerializer, Immutable, Alias("thread.page-mark")]
public sealed record PageMark(int Page, int First, int Count, int Version);

/// <summary>One person's part in the discussion of a cohort.</summary>
/// <param name="Read">For each thread that they read the number of the last post they saw.</param>
/// <param name="ShowPresence">Null as long as they have not said.</param>
/// <param name="LastReadAt">When they last read something new in a thread.</param>
[GenerateSerializer, Immutable, Alias("voice.view")]
public sealed record VoiceView(ImmutableSortedDictionary<string, int> Read, DateTimeOffset? MutedUntil, bool? ShowPresence, bool Welcomed, ImmutableArray<string> Wrote, DateTimeOffset? LastReadAt = null);
