using System.Collections.Immutable;

namespace CohortCourses.Domain.Discussion;

/// <summary>Some posts of a thread that follow each other. A full page takes no more, so that a post costs what it adds, not what the thread weighs.</summary>
/// <param name="Posts">In the order in which they came.</param>
public sealed record PostPage(ImmutableList<Post> Posts)
{
    public const int MostPosts = 25;

    /// <summary>A page that holds so many characters takes no further post; an edit may lengthen it all the same.</summary>
    public const int MostCharacters = 32_000;

    public static readonly PostPage Empty = new([]);

    /// <summary>How often it changed, so that whatever is derived from it knows that it is behind.</summary>
    public int Version { get; init; }

    public bool IsFull => Posts.Count >= MostPosts || Posts.Sum(post => post.Text.Length) >= MostCharacters;

    public Post? Find(string id) => Posts.Find(post => post.Id == id);

    /// <summary>Adds a post. The same id twice is one post.</summary>
    public Decision<PostPage> Append(Post post) => Find(post.Id) is { } known
        ? known.By == post.By ? Decision.Unchanged(this) : PostRejections.IdTaken
        : With(Posts.Add(post));

    public Decision<PostPage> In(string id, Func<Post, Decision<Post>> rule)
    {
        var place = Posts.FindIndex(post => post.Id == id);
        if (place < 0)
        {
            return PostRejections.Unknown;
        }

        var decision = rule(Posts[place]);
        return decision.Rejection is { } refused ? refused
            : decision.Changed ? With(Posts.SetItem(place, decision.State!))
            : Decision.Unchanged(this);
    }

    /// <summary>Forgets all that one person wrote here.</summary>
    public Decision<PostPage> Erase(string learner) => Posts.Exists(post => post.By == learner)
        ? With([.. Posts.Select(post => post.By == learner ? post.Erase() : post)])
        : Decision.Unchanged(this);

    private PostPage With(ImmutableList<Post> posts) => this with { Posts = posts, Version = Version + 1 };
}
