namespace CohortCourses.Web.Discussion;

/// <summary>A post as it was typed, or a thread with its first one.</summary>
public sealed record PostForm
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    /// <summary>The id of the post that it answers.</summary>
    public string? ReplyTo { get; init; }

    public int Week { get; init; }

    public string? Kind { get; init; }

    public bool MayPublish { get; init; }

    /// <summary>Browsers send a line break as two characters and count it as one.</summary>
    public string Typed => (Text ?? "").ReplaceLineEndings("\n");
}
