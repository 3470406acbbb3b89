using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;

namespace CohortCourses.Grains.Evaluation;

[GrainType("comparison")]
internal sealed class ComparisonGrain(TimeProvider clock) : Grain, IComparisonGrain
{
    private string Cohort => this.GetPrimaryKeyString();

    public async Task<PhaseComparisonReply> With(string? other)
    {
        other ??= (await GrainFactory.Phase(Cohort).Get())?.Previous;
        if (other is null)
        {
            return new(EvaluationRejections.NoPhaseBefore.ToOutcome(), null);
        }

        var (now, then) = (await GrainFactory.Evaluation(Cohort).Figures(), await GrainFactory.Evaluation(other).Figures());
        var byKey = then.DistinctBy(figure => figure.Key).ToDictionary(figure => figure.Key, StringComparer.Ordinal);
        var byQuestion = then.DistinctBy(figure => KeyFigures.WithoutWording(figure.Key)).ToDictionary(figure => KeyFigures.WithoutWording(figure.Key), StringComparer.Ordinal);
        return new(Outcome.Ok, new(Cohort, other, clock.GetUtcNow(), [.. now.Select(figure => Compare(figure, byKey, byQuestion)).OfType<ComparedView>()]));
    }

    private static ComparedView? Compare(KeyFigureView now, Dictionary<string, KeyFigureView> byKey, Dictionary<string, KeyFigureView> byQuestion)
    {
        if (byKey.GetValueOrDefault(now.Key) is { } then)
        {
            var difference = Difference.Of(now.Value, new(now.Low, now.High), then.Value, new(then.Low, then.High));
            return new(now, then, null, difference.Value, difference.Interval.Low, difference.Interval.High);
        }

        return byQuestion.GetValueOrDefault(KeyFigures.WithoutWording(now.Key)) is { } reworded
            ? new(now, reworded, EvaluationRejections.OtherWording.Code, null, null, null)
            : null;
    }
}
