namespace CohortCourses.Contracts.Discussion;

/// <summary>Some posts of a thread that follow each other, keyed <c>cohort/thread/page</c>. Only its thread calls it.</summary>
[Alias("post-page")]
public interface IPostPageGrain : IGrainWithStringKey
{
    /// <summary>Adds a post if the page has room. The same id twice is one post.</summary>
    [Alias("append")]
    Task<PageReply> Append(StoredPost post);

    [Alias("edit")]
    Task<PageReply> Edit(string post, string by, string text);

    [Alias("withdraw")]
    Task<PageReply> Withdraw(string post, string by);

    [Alias("judge")]
    Task<PageReply> Judge(string post, PostState state, string? reason);

    [Alias("erase")]
    Task<PageReply> Erase(string learner);

    [ReadOnly, Alias("read")]
    Task<PageView> Read();
}

/// <summary>The reactions to the posts of one page, keyed like it. Apart from the posts, so that a tap rewrites no text.</summary>
[Alias("reactions")]
public interface IReactionsGrain : IGrainWithStringKey
{
    /// <summary>Reacts or takes it back. Twice is once; refused as <c>reaction.full</c> beyond 2,000 on one page.</summary>
    [Alias("react")]
    Task<Outcome> React(string post, ReactionKind kind, string learner, bool on);

    /// <summary>The reactions by post; posts without any are left out.</summary>
    [ReadOnly, Alias("read")]
    Task<ImmutableSortedDictionary<string, ImmutableArray<ReactionView>>> Read();

    [Alias("erase")]
    Task Erase(string learner);
}

/// <summary>A post as it is kept.</summary>
/// <param name="ReplyTo">The id of the post that it answers, or null.</param>
[GenerateSerializer, Immutable, Alias("post.stored")]
public sealed record StoredPost(
    string Id,
    int Number,
    string By,
    DateTimeOffset At,
    string Text,
    string? ReplyTo,
    PostState State,
    string? Reason = null,
    DateTimeOffset? EditedAt = null,
    int Versions = 1);

/// <summary>What a page did.</summary>
/// <param name="IsFull">Whether the next post goes to another page.</param>
[GenerateSerializer, Immutable, Alias("post-page.reply")]
public sealed record PageReply(Outcome Outcome, bool IsFull, int Version);

[GenerateSerializer, Immutable, Alias("post-page.view")]
public sealed record PageView(ImmutableArray<StoredPost> Posts, bool IsFull, int Version);
