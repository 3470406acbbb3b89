namespace CohortCourses.Domain.Evaluation;

/// <summary>Why a figure is not shown.</summary>
public static class EvaluationRejections
{
    public static readonly Rejection NoPhaseBefore = Rejection.Of("evaluation.no-phase-before");
    public static readonly Rejection OneAttribute = Rejection.Of("evaluation.one-attribute");
    public static readonly Rejection OtherWording = Rejection.Of("evaluation.other-wording");
    public static readonly Rejection TooFew = Rejection.Of("evaluation.too-few", ("least", "5"));
}
