namespace CohortCourses.Contracts.Feedback;

/// <summary>When a form is meant to be answered. Forms of the kinds before and after are compared person by person.</summary>
[GenerateSerializer, Alias("form.kind")]
public enum FormKind
{
    Before,
    Pulse,
    Mid,
    After,
    Exit,
}

/// <summary>Who can see whose answers they are, the strictest promise first.</summary>
[GenerateSerializer, Alias("form.level")]
public enum FormLevel
{
    /// <summary>Nobody, ever.</summary>
    Anonymous,

    /// <summary>Evaluators see a study key in place of the person.</summary>
    Confidential,

    /// <summary>Instructors see the name.</summary>
    Named,
}

/// <summary>What kind of answer a question takes.</summary>
[GenerateSerializer, Alias("form.question-kind")]
public enum QuestionKind
{
    /// <summary>The id of one choice.</summary>
    One,

    /// <summary>Ids of choices, in the form's order.</summary>
    Several,

    /// <summary>A level from 1 on.</summary>
    Scale,

    /// <summary>A level from 0 to 10.</summary>
    Recommend,

    /// <summary>A level for each of several statements, as <c>row:level</c>.</summary>
    Matrix,

    /// <summary>Ids of choices, the preferred one first.</summary>
    Ranking,

    /// <summary>A number with a full stop before its decimals.</summary>
    Number,

    /// <summary>A day as <c>2026-02-01</c>.</summary>
    Date,

    /// <summary>One line of text.</summary>
    Short,

    /// <summary>Paragraphs of text, parted by LF.</summary>
    Long,
}

/// <summary>A form as it is opened: what it asks, in every language that it has, and what it promises. It does not change any more.</summary>
/// <param name="Form">The id that the course gives it, or that it was given when it was made; the same in every week and phase.</param>
/// <param name="Language">The source language, a BCP 47 tag, in which every text is there.</param>
/// <param name="Intro">What it is for; null if it does not say.</param>
/// <param name="Minutes">How long it takes, 1 to 60.</param>
/// <param name="Questions">1 to 60.</param>
[GenerateSerializer, Immutable, Alias("form.definition")]
public sealed record FormDefinition(
    string Form,
    FormKind Kind,
    FormLevel Level,
    string Language,
    ImmutableSortedDictionary<string, string> Title,
    ImmutableSortedDictionary<string, string>? Intro,
    int Minutes,
    ImmutableArray<QuestionDefinition> Questions);

/// <summary>One question. Texts are by language; what does not belong to its kind is empty.</summary>
/// <param name="Id">Stable: answers line up by it across weeks, languages and phases.</param>
/// <param name="Wording">12 hexadecimal digits over what respondents read in the source language.</param>
[GenerateSerializer, Immutable, Alias("form.question")]
public sealed record QuestionDefinition(string Id, QuestionKind Kind, ImmutableSortedDictionary<string, string> Text, string Wording)
{
    /// <summary>A heading above the question, where a part of the form begins.</summary>
    [Id(0)]
    public ImmutableSortedDictionary<string, string>? Heading { get; init; }

    [Id(1)]
    public ImmutableSortedDictionary<string, string>? Help { get; init; }

    [Id(2)]
    public bool Required { get; init; }

    /// <summary>It is shown only if an earlier question has one of these answers.</summary>
    [Id(3)]
    public ShownIf? ShownIf { get; init; }

    /// <summary>For one, several and ranking.</summary>
    [Id(4)]
    public ImmutableArray<ChoiceDefinition> Choices { get; init; } = [];

    /// <summary>For a matrix: the statements.</summary>
    [Id(5)]
    public ImmutableArray<ChoiceDefinition> Rows { get; init; } = [];

    /// <summary>For scale and matrix: the labels of the levels; the first is level 1.</summary>
    [Id(6)]
    public ImmutableArray<ImmutableSortedDictionary<string, string>> Levels { get; init; } = [];

    /// <summary>The label at 0, for recommend.</summary>
    [Id(7)]
    public ImmutableSortedDictionary<string, string>? Low { get; init; }

    /// <summary>The label at 10, for recommend.</summary>
    [Id(8)]
    public ImmutableSortedDictionary<string, string>? High { get; init; }

    /// <summary>How many choices may be picked or ranked; how many characters a text may have.</summary>
    [Id(9)]
    public int? Most { get; init; }

    /// <summary>The choice that goes with no other.</summary>
    [Id(10)]
    public string? Alone { get; init; }

    /// <summary>The range of a number, both ends included.</summary>
    [Id(11)]
    public int? From { get; init; }

    [Id(12)]
    public int? To { get; init; }

    /// <summary>How many decimals a number may have.</summary>
    [Id(13)]
    public int Decimals { get; init; }

    /// <summary>What a number counts.</summary>
    [Id(14)]
    public ImmutableSortedDictionary<string, string>? Unit { get; init; }

    /// <summary>The first and the last day that a date may be.</summary>
    [Id(15)]
    public DateOnly? FirstDay { get; init; }

    [Id(16)]
    public DateOnly? LastDay { get; init; }
}

/// <summary>Something to choose, or a statement of a matrix.</summary>
[GenerateSerializer, Immutable, Alias("form.choice")]
public sealed record ChoiceDefinition(string Id, ImmutableSortedDictionary<string, string> Text);

/// <summary>An earlier question, and the answers to it of which there has to be one.</summary>
[GenerateSerializer, Immutable, Alias("form.shown-if")]
public sealed record ShownIf(string Question, ImmutableArray<string> Is);
