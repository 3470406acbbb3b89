using CohortCourses.Domain.Feedback;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Feedback;

/// <summary>A form as it was opened, whole: what the course's files say later makes no difference to it.</summary>
[Document("form", 1)]
internal sealed record FormDocument(string Id, string By, DateTimeOffset OpenedAt, DateTimeOffset ClosesAt, DefinitionDocument Definition)
{
    public int? Week { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? ResultsShownAt { get; init; }

    public OpenedForm ToState() => new(Id, By, OpenedAt.ToInstant(), ClosesAt.ToInstant(), ClosedAt.ToInstant(), ResultsShownAt.ToInstant());

    public FormDocument With(OpenedForm state) => this with { ClosedAt = state.ClosedAt.ToOffset(), ResultsShownAt = state.ResultsShownAt.ToOffset() };
}

internal sealed record DefinitionDocument(
    string Form,
    FormKind Kind,
    FormLevel Level,
    string Language,
    ImmutableSortedDictionary<string, string> Title,
    int Minutes)
{
    public ImmutableSortedDictionary<string, string>? Intro { get; init; }

    public ImmutableArray<QuestionDocument> Questions { get; init; } = [];
}

/// <summary>When a form is meant to be answered.</summary>
internal enum FormKind
{
    Before,
    Pulse,
    Mid,
    After,
    Exit,
}

internal enum QuestionKind
{
    One,
    Several,
    Scale,
    Recommend,
    Matrix,
    Ranking,
    Number,
    Date,
    Short,
    Long,
}

internal sealed record QuestionDocument(string Id, QuestionKind Kind, ImmutableSortedDictionary<string, string> Text, string Wording)
{
    public ImmutableSortedDictionary<string, string>? Heading { get; init; }

    public ImmutableSortedDictionary<string, string>? Help { get; init; }

    public bool Required { get; init; }

    public ShownIfDocument? ShownIf { get; init; }

    public ImmutableArray<ChoiceDocument> Choices { get; init; } = [];

    public ImmutableArray<ChoiceDocument> Rows { get; init; } = [];

    public ImmutableArray<ImmutableSortedDictionary<string, string>> Levels { get; init; } = [];

    public ImmutableSortedDictionary<string, string>? Low { get; init; }

    public ImmutableSortedDictionary<string, string>? High { get; init; }

    public int? Most { get; init; }

    public string? Alone { get; init; }

    public int? From { get; init; }

    public int? To { get; init; }

    public int Decimals { get; init; }

    public ImmutableSortedDictionary<string, string>? Unit { get; init; }

    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }
}

internal sealed record ChoiceDocument(string Id, ImmutableSortedDictionary<string, string> Text);

internal sealed record ShownIfDocument(string Question)
{
    public ImmutableArray<string> Is { get; init; } = [];
}
