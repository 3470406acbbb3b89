using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Moderation;

[Document("moderation", 1)]
internal sealed record ModerationDocument : IDocument<ModerationBook, ModerationDocument>
{
    public string? Contact { get; init; }

    public bool FirstLook { get; init; }

    public ImmutableArray<string> Open { get; init; } = [];

    public ImmutableArray<string> Closed { get; init; } = [];

    public ActDocument? Pending { get; init; }

    public int LogCount { get; init; }

    public string LogEnd { get; init; } = LogEntry.Beginning;

    public ImmutableArray<string> Recent { get; init; } = [];

    public ImmutableArray<ReplyDocument> Replies { get; init; } = [];

    public ImmutableArray<AskedDocument> Asked { get; init; } = [];

    public ModerationBook ToState() => new(
        Contact,
        FirstLook,
        [.. Open],
        [.. Closed],
        Pending?.ToState(),
        LogCount,
        LogEnd,
        [.. Recent],
        [.. Replies.Select(reply => new SavedReply(reply.Id, reply.Title, reply.Text, reply.Language))],
        [.. Asked.Select(asked => new AskedMentor(asked.Thread, asked.Mentor, asked.At.ToInstant() ?? default))]);

    public static ModerationDocument From(ModerationBook state) => new()
    {
        Contact = state.Contact,
        FirstLook = state.FirstLook,
        Open = [.. state.Open],
        Closed = [.. state.Closed],
        Pending = state.Pending is { } act ? ActDocument.From(act) : null,
        LogCount = state.LogCount,
        LogEnd = state.LogEnd,
        Recent = [.. state.Recent],
        Replies = [.. state.Replies.Select(reply => new ReplyDocument(reply.Id, reply.Title, reply.Text, reply.Language))],
        Asked = [.. state.Asked.Select(asked => new AskedDocument(asked.Thread, asked.Mentor, asked.At.ToOffset()))],
    };
}

internal sealed record ReplyDocument(string Id, string Title, string Text, string Language);

internal sealed record AskedDocument(string Thread, string Mentor, DateTimeOffset? At = null);

/// <summary>An act as it is stored.</summary>
internal sealed record ActDocument(
    string Id,
    string By,
    ActKind Kind,
    DateTimeOffset At,
    string? Case,
    string? Thread,
    string? Post,
    string? About,
    string? Value,
    string? Before,
    ReportReason? Reason,
    string Words,
    string? Undoes,
    ReportChannel Channel,
    bool TakenBack = false)
{
    public Act ToState() => new(Id, By, Kind, At.ToInstant(), Case, Thread, Post, About, Value, Before, Reason, Words, Undoes, Channel);

    public static ActDocument From(Act act) => new(
        act.Id, act.By, act.Kind, act.At.ToOffset(), act.Case, act.Thread, act.Post, act.About, act.Value, act.Before, act.Reason, act.Words, act.Undoes, act.Channel);
}
