using CohortCourses.Domain.Discussion;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Discussion;

[Document("posts", 1)]
internal sealed record PostPageDocument : IDocument<PostPage, PostPageDocument>
{
    public ImmutableArray<PostDocument> Posts { get; init; } = [];

    public int Version { get; init; }

    public PostPage ToState() => new([.. Posts.Select(post => post.ToState())]) { Version = Version };

    public static PostPageDocument From(PostPage state) => new() { Posts = [.. state.Posts.Select(PostDocument.From)], Version = state.Version };
}

internal sealed record PostDocument(string Id, int Number, string By, DateTimeOffset At, string Text)
{
    public string? ReplyTo { get; init; }

    public PostState State { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public int Versions { get; init; } = 1;

    public Post ToState() => new(Id, Number, By, At.ToInstant(), Text, ReplyTo) { State = State, Reason = Reason, EditedAt = EditedAt.ToInstant(), Versions = Versions };

    public static PostDocument From(Post state) => new(state.Id, state.Number, state.By, state.At.ToOffset(), state.Text)
    {
        ReplyTo = state.ReplyTo,
        State = state.State,
        Reason = state.Reason,
        EditedAt = state.EditedAt.ToOffset(),
        Versions = state.Versions,
    };
}
