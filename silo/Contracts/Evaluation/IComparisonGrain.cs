namespace CohortCourses.Contracts.Evaluation;

/// <summary>Two phases side by side, keyed by the cohort of the later one. It stores nothing.</summary>
[Alias("comparison")]
public interface IComparisonGrain : IGrainWithStringKey
{
    /// <summary>
    /// Every figure of this cohort beside that of another, with the difference. Without another it is the phase before; a cohort that follows none
    /// is refused as <c>evaluation.no-phase-before</c>.
    /// </summary>
    [Alias("with")]
    Task<PhaseComparisonReply> With(string? other);
}

/// <param name="View">Null if it was refused.</param>
[GenerateSerializer, Immutable, Alias("comparison.phases-reply")]
public sealed record PhaseComparisonReply(Outcome Outcome, PhaseComparison? View);

/// <summary>Two phases.</summary>
/// <param name="Other">The earlier one.</param>
[GenerateSerializer, Immutable, Alias("comparison.phases")]
public sealed record PhaseComparison(string Cohort, string Other, DateTimeOffset AsOf, ImmutableArray<ComparedView> Figures);

/// <summary>One figure in two phases.</summary>
/// <param name="Refused">Why they are not compared: <c>evaluation.other-wording</c>; null if they are.</param>
/// <param name="Difference">This phase minus the other, with its 95% interval.</param>
[GenerateSerializer, Immutable, Alias("comparison.figure")]
public sealed record ComparedView(KeyFigureView Now, KeyFigureView Then, string? Refused, double? Difference, double? Low, double? High);

/// <summary>One number of an evaluation, under a key that is the same in every phase.</summary>
/// <param name="Key">
/// <c>stage/…</c>, <c>stays/week</c>, <c>week/n/…</c>, <c>voice/…</c>, <c>answered/form/week</c> or <c>question/form/week/question/part/wording/…</c>, where the
/// last part is the values that stand together, joined by <c>+</c>, or <c>score</c>; <c>-</c> stands for none.
/// </param>
/// <param name="N">How many people it is about.</param>
[GenerateSerializer, Immutable, Alias("evaluation.key-figure")]
public sealed record KeyFigureView(string Key, FigureUnit Unit, double Value, int N, double Low, double High);
