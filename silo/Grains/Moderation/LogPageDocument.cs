using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Moderation;

/// <summary>A page of the log as it is stored: 50 entries at most.</summary>
[Document("moderation-log", 1)]
internal sealed record LogPageDocument : IDocument<LogPage, LogPageDocument>
{
    public ImmutableArray<LogLine> Entries { get; init; } = [];

    public LogPage ToState() => new([.. Entries.Select(entry => entry.ToState())]);

    public static LogPageDocument From(LogPage state) => new() { Entries = [.. state.Entries.Select(LogLine.From)] };
}

internal sealed record LogLine(
    int Number,
    string Act,
    ActKind Kind,
    DateTimeOffset At,
    string? Case,
    string? Thread,
    string? Post,
    string? Value,
    string? Before,
    ReportReason? Reason,
    string? Undoes,
    ReportChannel Channel,
    CommittedDocument By,
    CommittedDocument? About,
    CommittedDocument? Words,
    string Previous,
    string Hash)
{
    public LogEntry ToState() => new(
        Number, Act, Kind, At.ToInstant(), Case, Thread, Post, Value, Before, Reason, Undoes, Channel, By.ToState(), About?.ToState() ?? Committed.Nothing, Words?.ToState() ?? Committed.Nothing, Previous, Hash);

    public static LogLine From(LogEntry entry) => new(
        entry.Number,
        entry.Act,
        entry.Kind,
        entry.At.ToOffset(),
        entry.Case,
        entry.Thread,
        entry.Post,
        entry.Value,
        entry.Before,
        entry.Reason,
        entry.Undoes,
        entry.Channel,
        CommittedDocument.Of(entry.By)!,
        CommittedDocument.Of(entry.About),
        CommittedDocument.Of(entry.Words),
        entry.Previous,
        entry.Hash);
}

internal sealed record CommittedDocument(string Hash, string? Salt, string? Value)
{
    public Committed ToState() => new(Hash, Salt, Value);

    public static CommittedDocument? Of(Committed said) => said == Committed.Nothing ? null : new(said.Hash, said.Salt, said.Value);
}
