namespace CohortCourses.Contracts.Discussion;

/// <summary>
/// One conversation, keyed <c>cohort/thread</c>. Whoever writes goes through <see cref="IVoiceGrain"/>, which knows whether they may.
/// What a thread refuses: <c>thread.unknown</c>, <c>thread.locked</c>, <c>thread.slow</c>, <c>thread.full</c>, <c>post.unknown</c> and the like.
/// </summary>
[Alias("thread")]
public interface IThreadGrain : IGrainWithStringKey
{
    /// <summary>Begins the thread with its first post. Twice is once.</summary>
    [Alias("start")]
    Task<Outcome> Start(NewThread thread, Writer by);

    /// <summary>Adds a post. The same id twice is one post, and the reply says its number again.</summary>
    [Alias("post")]
    Task<PostReply> Post(NewPost post, Writer by);

    /// <summary>Changes one's own post. The text before is kept in <see cref="IPostHistoryGrain"/>.</summary>
    [Alias("edit")]
    Task<Outcome> Edit(string post, string text, Writer by);

    /// <summary>Takes one's own post back. Twice is once.</summary>
    [Alias("withdraw")]
    Task<Outcome> Withdraw(string post, Writer by);

    /// <summary>Reacts to a post that is shown, or takes the reaction back. Twice is once.</summary>
    [Alias("react")]
    Task<Outcome> React(string post, ReactionKind kind, bool on, string learner);

    /// <summary>Marks the post that answers the question; null takes the mark away.</summary>
    [Alias("mark-answer")]
    Task<Outcome> MarkAnswer(string? post, Writer by);

    /// <summary>In a private thread: whether the asker agrees that it is published.</summary>
    [Alias("allow-publishing")]
    Task<Outcome> AllowPublishing(bool agreed, Writer by);

    /// <summary>The acts of moderators set how things are to be, so that doing one again changes nothing. Called by moderation, which keeps the record.</summary>
    [Alias("pin")]
    Task<Outcome> Pin(bool pinned);

    [Alias("lock")]
    Task<Outcome> Lock(bool locked);

    /// <param name="minutes">0 to 1,440.</param>
    [Alias("slow")]
    Task<Outcome> Slow(int minutes);

    /// <summary>Puts the thread under another week. Whoever calls takes it off the old list and puts it on the new one.</summary>
    [Alias("move")]
    Task<Outcome> Move(int week);

    /// <summary>Decides who may read a post. What its author withdrew stays withdrawn: refused as <c>post.not-shown</c>.</summary>
    /// <param name="reason">For a hidden post: why.</param>
    [Alias("judge")]
    Task<Outcome> Judge(string post, PostState state, string? reason);

    /// <summary>The thread without its posts, or null.</summary>
    [ReadOnly, Alias("summary")]
    Task<ThreadSummary?> Summary();

    /// <summary>Posts by their numbers; null if the reader may not know of the thread.</summary>
    /// <param name="from">The first number, from 1.</param>
    /// <param name="count">1 to 200.</param>
    [ReadOnly, Alias("read")]
    Task<ThreadPart?> Read(int from, int count, Viewer viewer);

    /// <summary>One post; null if there is none that the reader may know of.</summary>
    [ReadOnly, Alias("find")]
    Task<PostView?> Find(string post, Viewer viewer);

    [ReadOnly, Alias("marks")]
    Task<ImmutableArray<PageMark>> Marks();

    /// <summary>All posts that a person wrote here that still have a text.</summary>
    [ReadOnly, Alias("written-by")]
    Task<ImmutableArray<PostView>> WrittenBy(string learner);

    /// <summary>Forgets what a person wrote here and that it was them; their posts leave a gap with no name.</summary>
    [Alias("erase")]
    Task Erase(string learner);
}

/// <summary>The earlier texts of one post, keyed <c>cohort/thread/post</c>.</summary>
[Alias("post-history")]
public interface IPostHistoryGrain : IGrainWithStringKey
{
    /// <summary>Keeps a text before it is changed. The same version twice is once.</summary>
    [Alias("keep")]
    Task Keep(PostVersion version);

    /// <summary>The earlier texts, the oldest first.</summary>
    [ReadOnly, Alias("list")]
    Task<ImmutableArray<PostVersion>> List();

    [Alias("erase")]
    Task Erase();
}

/// <summary>A text that a post once had.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Until">When it was replaced.</param>
[GenerateSerializer, Immutable, Alias("post.version")]
public sealed record PostVersion(int Number, string Text, DateTimeOffset Until);
