using CohortCourses.Domain.Discussion;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Discussion;

[Document("reactions", 1)]
internal sealed record ReactionsDocument : IDocument<Reactions, ReactionsDocument>
{
    public ImmutableArray<PostReactionsDocument> Posts { get; init; } = [];

    public Reactions ToState() => new(Posts.ToImmutableSortedDictionary(post => post.Post, post => post.ToState(), StringComparer.Ordinal));

    public static ReactionsDocument From(Reactions state) => new() { Posts = [.. state.Posts.Select(post => PostReactionsDocument.From(post.Key, post.Value))] };
}

internal sealed record PostReactionsDocument(string Post, ImmutableArray<ReactionDocument> Kinds)
{
    public PostReactions ToState() => new(Kinds.ToImmutableSortedDictionary(kind => kind.Kind, kind => kind.By.ToImmutableSortedSet(StringComparer.Ordinal)));

    public static PostReactionsDocument From(string post, PostReactions state) =>
        new(post, [.. state.By.Select(kind => new ReactionDocument(kind.Key, [.. kind.Value]))]);
}

internal sealed record ReactionDocument(ReactionKind Kind, ImmutableArray<string> By);
