using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;

namespace CohortCourses.Contracts.Moderation;

/// <summary>Why somebody asks moderators to look, the most urgent first.</summary>
[GenerateSerializer, Alias("report.reason")]
public enum ReportReason
{
    /// <summary>Somebody may come to harm.</summary>
    Danger,

    Harassment,

    /// <summary>Something about a person was told that was theirs to tell.</summary>
    Privacy,

    Hostile,
    Advertising,
    Other,
}

/// <summary>Whom a report goes to.</summary>
[GenerateSerializer, Alias("report.channel")]
public enum ReportChannel
{
    Instructors,

    /// <summary>The safety contact alone, in confidence.</summary>
    SafetyContact,
}

[GenerateSerializer, Alias("case.state")]
public enum CaseState
{
    Open,
    Decided,
    Appealed,
}

/// <summary>What a moderator can do.</summary>
[GenerateSerializer, Alias("act.kind")]
public enum ActKind
{
    Pin,
    Unpin,
    Lock,
    Unlock,

    /// <summary>One post for each person in so many minutes; 0 ends it.</summary>
    Slow,

    /// <summary>Puts a thread under another week.</summary>
    Move,

    /// <summary>A placeholder stays; the author sees the post with the reason and may appeal.</summary>
    Hide,

    Show,

    /// <summary>The post is gone for everybody.</summary>
    Remove,

    Restore,

    /// <summary>Lets somebody's first post through.</summary>
    Approve,

    /// <summary>Somebody reads and does not write until then.</summary>
    Mute,

    Unmute,

    /// <summary>Nothing in the case goes against the agreement.</summary>
    Dismiss,

    /// <summary>The case was talked over with who it is about.</summary>
    Talk,

    /// <summary>A decision is taken back: the case waits again.</summary>
    Reopen,

    /// <summary>An appeal changes nothing.</summary>
    Uphold,

    /// <summary>An appeal is right: the post is shown again.</summary>
    Reverse,

    NameContact,
    AskFirstLook,

    /// <summary>Asks somebody who has gone quiet how they are, by mail if they want any; refused as <c>act.written-already</c> within a week of the last time.</summary>
    WriteTo,
}

/// <summary>Somebody who looks after a cohort, as the caller knows them.</summary>
/// <param name="Role">Null for an organiser who is not on the roster.</param>
[GenerateSerializer, Immutable, Alias("moderation.moderator")]
public sealed record ModeratorView(string Learner, CohortRole? Role, bool IsOrganiser);

/// <summary>A report to make.</summary>
/// <param name="Id">
/// A GUID made by who reports; the same id twice is one report. Of who is not signed in, the SHA-256 of the code that they follow it by.
/// </param>
/// <param name="By">Null for who is not signed in.</param>
/// <param name="Thread">With <paramref name="Post"/> what it is about; or <paramref name="Person"/>, a learner id; or neither.</param>
/// <param name="Words">Plain text, 1,000 characters at most.</param>
/// <param name="Described">In which course or cohort it happened, in the words of who is not signed in; 200 characters at most.</param>
[GenerateSerializer, Immutable, Alias("report.new")]
public sealed record NewReport(
    string Id, string? By, ReportChannel Channel, ReportReason Reason, string Words, string? Thread = null, string? Post = null, string? Person = null, string? Described = null);

/// <summary>Something to do.</summary>
/// <param name="Id">A GUID made by who acts; the same id twice is done once.</param>
/// <param name="Case">The case that it answers, or null.</param>
/// <param name="Seen">The version of the case that was looked at; null takes it as it is.</param>
/// <param name="Person">For mute and unmute outside of a case: the learner id.</param>
/// <param name="Number">Minutes for slow, a week for move.</param>
/// <param name="Until">For mute: within 60 days.</param>
/// <param name="Reason">For hide: what the author is told.</param>
/// <param name="Words">A word on why, 500 characters at most. Of a post that is hidden, and of its author's appeal, the author reads it; of a dismissal who reported.</param>
[GenerateSerializer, Immutable, Alias("act.new")]
public sealed record NewAct(
    string Id,
    ActKind Kind,
    string? Case = null,
    int? Seen = null,
    string? Thread = null,
    string? Post = null,
    string? Person = null,
    int? Number = null,
    DateTimeOffset? Until = null,
    ReportReason? Reason = null,
    string Words = "");

/// <summary>An act that was done, as whoever may see it sees it.</summary>
/// <param name="Number">Its place in the log, from 1.</param>
/// <param name="By">The learner id; empty if they are gone.</param>
/// <param name="About">The learner id of whom it concerns, or null.</param>
/// <param name="Value">Minutes, a week, or an instant, by the kind.</param>
/// <param name="Undoes">The id of the act that it takes back.</param>
/// <param name="Undone">Whether a later act took it back.</param>
[GenerateSerializer, Immutable, Alias("act.view")]
public sealed record ActView(
    int Number,
    string Id,
    ActKind Kind,
    DateTimeOffset At,
    string By,
    string? About,
    string? Case,
    string? Thread,
    string? Post,
    string? Value,
    ReportReason? Reason,
    string Words,
    string? Undoes,
    bool Undone,
    bool CanBeUndone);

/// <summary>One report in a case.</summary>
/// <param name="By">Null for who was not signed in, or is gone.</param>
[GenerateSerializer, Immutable, Alias("report.view")]
public sealed record ReportView(string Id, string? By, ReportReason Reason, string Words, DateTimeOffset At);

/// <summary>What the author of a hidden post asks for.</summary>
/// <param name="Decision">Uphold or reverse; null while it waits.</param>
/// <param name="Answer">What whoever decided says to the author.</param>
[GenerateSerializer, Immutable, Alias("appeal.view")]
public sealed record AppealView(string Words, DateTimeOffset At, ActKind? Decision, string Answer);

/// <summary>A case as one who may handle it sees it.</summary>
/// <param name="Version">Handed back with an act, so that of two who act at once one is told.</param>
/// <param name="About">The learner id of the post's author or the person, or null.</param>
/// <param name="Reason">The most urgent one that was given.</param>
/// <param name="Answer">How it was decided, or null.</param>
[GenerateSerializer, Immutable, Alias("case.view")]
public sealed record CaseView(
    string Id,
    int Version,
    CaseState State,
    ReportChannel Channel,
    string? Thread,
    string? Post,
    string? About,
    string? Described,
    ReportReason Reason,
    DateTimeOffset Since,
    ImmutableArray<ReportView> Reports,
    ImmutableArray<ActView> Acts,
    AppealView? Appeal,
    ActKind? Answer);

/// <summary>A report as its author follows it. Nothing in it tells of anyone else.</summary>
/// <param name="Answered">When it was decided, or null.</param>
/// <param name="Answer">How, or null.</param>
/// <param name="Words">What the moderators say to who reported; empty for most.</param>
[GenerateSerializer, Immutable, Alias("report.followed")]
public sealed record FollowedReport(
    string Id,
    ReportChannel Channel,
    ReportReason Reason,
    string Words,
    string? Thread,
    string? Post,
    string? Person,
    string? Described,
    DateTimeOffset At,
    DateTimeOffset? Answered,
    ActKind? Answer,
    string Note);

/// <summary>A post of one's own that was hidden, and what can be done.</summary>
[GenerateSerializer, Immutable, Alias("appeal.hidden-post")]
public sealed record HiddenPost(string Case, string Thread, string Post, ReportReason? Reason, string Words, DateTimeOffset At, bool Hidden, AppealView? Appeal);

/// <summary>What a cohort has set.</summary>
/// <param name="Contact">The learner id of the safety contact; null leaves it to the organiser.</param>
/// <param name="FirstLook">Whether somebody of the team looks at a person's first post before all see it.</param>
[GenerateSerializer, Immutable, Alias("moderation.settings")]
public sealed record ModerationSettings(string? Contact, bool FirstLook);

/// <summary>A reply to use again.</summary>
/// <param name="Title">1 to 60 characters.</param>
/// <param name="Text">1 to 1,000 characters.</param>
/// <param name="Language">A BCP 47 tag.</param>
[GenerateSerializer, Immutable, Alias("moderation.reply")]
public sealed record SavedReplyView(string Id, string Title, string Text, string Language);

/// <summary>An entry of the log with what its hash covers.</summary>
/// <param name="Act">Null if the reader may not see it: then only the chain goes on.</param>
/// <param name="Before">What the value was before.</param>
[GenerateSerializer, Immutable, Alias("log.entry")]
public sealed record LogEntryView(
    int Number,
    string Previous,
    string Hash,
    ActView? Act,
    string? Before,
    ReportChannel Channel,
    CommittedView By,
    CommittedView About,
    CommittedView Words);

/// <summary>What a hash commits to; salt and value are null once they were forgotten.</summary>
[GenerateSerializer, Immutable, Alias("log.committed")]
public sealed record CommittedView(string Hash, string? Salt, string? Value);

/// <summary>Entries of the log, the newest first.</summary>
/// <param name="Before">The number to go on before; null if these were the first.</param>
[GenerateSerializer, Immutable, Alias("log.slice")]
public sealed record LogSlice(ImmutableArray<LogEntryView> Entries, int? Before);

/// <summary>Whether the log is as it was written.</summary>
/// <param name="Flaw">The number of the first entry that does not fit; null if all do.</param>
[GenerateSerializer, Immutable, Alias("log.check")]
public sealed record LogCheck(int Entries, string End, int? Flaw);

/// <summary>What needs a moderator.</summary>
/// <param name="Cases">That wait and that they may handle, the most urgent first.</param>
/// <param name="Questions">That nobody has answered for a day, the oldest first.</param>
/// <param name="FirstPosts">That wait for somebody's look, the oldest first; 50 at most.</param>
/// <param name="Hot">Conversations that go too fast to be kind.</param>
/// <param name="MedianFirstAnswer">How long people waited for a first answer, in the middle; null if there was none yet.</param>
/// <param name="Recent">What was done last, the newest first, as far as they may see it.</param>
[GenerateSerializer, Immutable, Alias("desk.view")]
public sealed record DeskView(
    ImmutableArray<CaseView> Cases,
    ImmutableArray<WaitingQuestion> Questions,
    ImmutableArray<WaitingPost> FirstPosts,
    ImmutableArray<HotThread> Hot,
    TimeSpan? MedianFirstAnswer,
    ImmutableArray<ActView> Recent);

/// <param name="Asked">The mentor who was asked by name, or null.</param>
[GenerateSerializer, Immutable, Alias("desk.question")]
public sealed record WaitingQuestion(ThreadSummary Thread, string? Asked);

/// <summary>A mentor who was asked by name to answer a question.</summary>
[GenerateSerializer, Immutable, Alias("desk.asked-mentor")]
public sealed record AskedMentorView(string Thread, string Mentor, DateTimeOffset At);

/// <summary>Somebody who had gone quiet and was written to.</summary>
/// <param name="Act">The id of the act.</param>
/// <param name="By">Who wrote.</param>
[GenerateSerializer, Immutable, Alias("desk.written-to")]
public sealed record WrittenToView(string Learner, DateTimeOffset At, string? Act = null, string? By = null);

[GenerateSerializer, Immutable, Alias("desk.first-post")]
public sealed record WaitingPost(ThreadSummary Thread, PostView Post);

/// <param name="Posts">How many posts came within the hour, 12 at most.</param>
/// <param name="Reports">How many reports within the day, of those that the reader may know of.</param>
[GenerateSerializer, Immutable, Alias("desk.hot-thread")]
public sealed record HotThread(ThreadSummary Thread, int Posts, int Reports);
