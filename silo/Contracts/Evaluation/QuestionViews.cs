using CohortCourses.Contracts.Feedback;

namespace CohortCourses.Contracts.Evaluation;

/// <param name="View">Null if there is no such cohort.</param>
/// <param name="Group">The group that was asked for.</param>
[GenerateSerializer, Immutable, Alias("evaluation.questions-reply")]
public sealed record QuestionsReply(Outcome Outcome, QuestionsView? View, GroupView? Group);

/// <summary>How the forms of a cohort were answered.</summary>
/// <param name="Forms">In the order in which they were opened.</param>
/// <param name="Changes">What changed in the same people between the first form of the kind before and the last of the kind after.</param>
[GenerateSerializer, Immutable, Alias("evaluation.questions")]
public sealed record QuestionsView(string Cohort, DateTimeOffset AsOf, ImmutableArray<AttributeView> Attributes, ImmutableArray<FormFiguresView> Forms, ImmutableArray<PairedView> Changes);

/// <summary>How one opened form was answered.</summary>
/// <param name="Id">Its name in the cohort.</param>
/// <param name="Form">What the course calls it, the same in every week and phase.</param>
/// <param name="Answered">Of those who could answer: yes, no.</param>
[GenerateSerializer, Immutable, Alias("evaluation.form")]
public sealed record FormFiguresView(
    string Id, string Form, FormKind Kind, FormLevel Level, int? Week, DateTimeOffset OpenedAt, bool IsOpen, FigureView Answered, ImmutableArray<QuestionFigureView> Questions);

/// <summary>How one question was answered, or one part of it.</summary>
/// <param name="Part">A row of a matrix, or one of several choices; empty where the question is a whole.</param>
/// <param name="Wording">The hash of what respondents read: only the same are compared.</param>
/// <param name="Figure">The values are levels, ids of choices, yes and no, or detractors, passives and promoters; the empty one is no answer.</param>
/// <param name="Median">Of the levels or numbers that were given; null where that has no meaning or is not shown.</param>
[GenerateSerializer, Immutable, Alias("evaluation.question")]
public sealed record QuestionFigureView(
    string Question, string Part, string Wording, FigureView Figure, double? Lower, double? Median, double? Upper, ScoreView? Score);

/// <summary>A net promoter score, -100 to 100.</summary>
[GenerateSerializer, Immutable, Alias("evaluation.score")]
public sealed record ScoreView(int N, double Value, double Low, double High);

/// <summary>A question that the same people answered before and after.</summary>
/// <param name="Refused">Why there are no numbers: <c>evaluation.other-wording</c> or <c>evaluation.too-few</c>; null if there are.</param>
/// <param name="N">How many people.</param>
/// <param name="Before">The mean level before.</param>
/// <param name="Change">The mean of each person's change, with its 95% interval.</param>
/// <param name="Effect">The change in standard deviations of the change.</param>
[GenerateSerializer, Immutable, Alias("evaluation.paired")]
public sealed record PairedView(
    string BeforeForm,
    string AfterForm,
    string Question,
    string Part,
    string? Refused,
    int N,
    double Before,
    double After,
    double Change,
    double? Low,
    double? High,
    double? Effect,
    double? EffectLow,
    double? EffectHigh);
