using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

/// <summary>A finding as it is stored; twenty long quotes take about 40 kB.</summary>
[Document("finding", 1)]
internal sealed record FindingDocument : IDocument<Finding, FindingDocument>
{
    public string Id { get; init; } = "";

    public string By { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string Statement { get; init; } = "";

    public string Recommendation { get; init; } = "";

    public AimDocument? Aim { get; init; }

    public ImmutableArray<EvidenceDocument> Evidence { get; init; } = [];

    public DecisionDocument? Decision { get; init; }

    public ActedDocument? Acted { get; init; }

    public ImmutableArray<PublicDocument> Public { get; init; } = [];

    public int Version { get; init; }

    public Finding ToState() => new(Id, By, At.ToInstant(), new(Statement, Recommendation, Aim?.ToState()))
    {
        Evidence = [.. Evidence.Select(one => one.ToState())],
        Decision = Decision is { } made ? new(made.Verdict, made.By, made.Reason, made.At.ToInstant()) : null,
        Acted = Acted?.ToState(),
        Public = [.. Public.Select(words => new PublicWords(words.Language, words.Said, words.Changed))],
        Version = Version,
    };

    public static FindingDocument From(Finding state) => new()
    {
        Id = state.Id,
        By = state.By,
        At = state.At.ToOffset(),
        Statement = state.Words.Statement,
        Recommendation = state.Words.Recommendation,
        Aim = AimDocument.From(state.Words.Aim),
        Evidence = [.. state.Evidence.Select(EvidenceDocument.From)],
        Decision = state.Decision is { } made ? new(made.Verdict, made.By, made.Reason, made.At.ToOffset()) : null,
        Acted = ActedDocument.From(state.Acted),
        Public = [.. state.Public.Select(words => new PublicDocument(words.Language, words.Said, words.Changed))],
        Version = state.Version,
    };
}

internal sealed record DecisionDocument(Verdict Verdict, string By, string Reason, DateTimeOffset At);

internal sealed record PublicDocument(string Language, string Said, string Changed);

internal sealed record AimDocument(AimKind Kind, int? Week, string? Form)
{
    public Aim ToState() => new(Kind, Week, Form);

    public static AimDocument? From(Aim? state) => state is null ? null : new(state.Kind, state.Week, state.Form);
}

internal sealed record ActedDocument(string Cohort, string By, string Note, DateTimeOffset ActedAt)
{
    public ActedOn ToState() => new(Cohort, By, Note, ActedAt.ToInstant());

    public static ActedDocument? From(ActedOn? state) => state is null ? null : new(state.Cohort, state.By, state.Note, state.At.ToOffset());
}

internal sealed record EvidenceDocument(string Id, FigureDocument? Figure, string? Text, string? Words)
{
    public Evidence ToState() => new(Id, Figure?.ToState(), Text is { } text ? new(text, Words ?? "") : null);

    public static EvidenceDocument From(Evidence state) =>
        new(state.Id, state.Figure is { } figure ? FigureDocument.From(figure) : null, state.Quote?.Text, state.Quote?.Words);
}

internal sealed record FigureDocument(string Key, string Name, double? Value, FigureUnit Unit, int N, double? Low, double? High, DateTimeOffset AsOf)
{
    public FrozenFigure ToState() => new(Key, Name, Value, Unit, N, Low is { } low && High is { } high ? new(low, high) : null, AsOf.ToInstant());

    public static FigureDocument From(FrozenFigure state) =>
        new(state.Key, state.Name, state.Value, state.Unit, state.N, state.Interval?.Low, state.Interval?.High, state.AsOf.ToOffset());
}
