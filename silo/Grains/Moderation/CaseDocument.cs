using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Moderation;

/// <summary>A case as it is stored; 25 reports in long words take about 60 kB.</summary>
[Document("case", 1)]
internal sealed record CaseDocument : IDocument<Case, CaseDocument>
{
    public string Id { get; init; } = "";

    public int Version { get; init; }

    public ReportChannel Channel { get; init; }

    public string? Thread { get; init; }

    public string? Post { get; init; }

    public string? Learner { get; init; }

    public string? Described { get; init; }

    public ImmutableArray<ReportDocument> Reports { get; init; } = [];

    public ImmutableArray<ActDocument> Acts { get; init; } = [];

    public AppealDocument? Appeal { get; init; }

    public Case ToState() => new(
        Id,
        new(Thread, Post, Learner, Described),
        Channel,
        [.. Reports.Select(report => new Report(report.Id, report.By, report.Reason, report.Words, report.At.ToInstant()))],
        [.. Acts.Select(act => new CaseAct(act.ToState(), !act.TakenBack))],
        Appeal is { } made ? new(made.Against, made.Words, made.At.ToInstant(), made.DecidedBy, made.Upheld) : null,
        Version);

    public static CaseDocument From(Case state) => new()
    {
        Id = state.Id,
        Version = state.Version,
        Channel = state.Channel,
        Thread = state.Subject.Thread,
        Post = state.Subject.Post,
        Learner = state.Subject.Learner,
        Described = state.Subject.Described,
        Reports = [.. state.Reports.Select(report => new ReportDocument(report.Id, report.By, report.Reason, report.Words, report.At.ToOffset()))],
        Acts = [.. state.Acts.Select(done => ActDocument.From(done.Act) with { TakenBack = !done.Stands })],
        Appeal = state.Appeal is { } made ? new(made.Against, made.Words, made.At.ToOffset(), made.DecidedBy, made.Upheld) : null,
    };
}

internal sealed record ReportDocument(string Id, string? By, ReportReason Reason, string Words, DateTimeOffset At);

internal sealed record AppealDocument(string Against, string Words, DateTimeOffset At, string? DecidedBy, bool Upheld);
