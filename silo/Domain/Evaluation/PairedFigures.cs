using System.Collections.Immutable;
using CohortCourses.Domain.Feedback;

namespace CohortCourses.Domain.Evaluation;

/// <summary>A question that was answered before and after by the same people.</summary>
/// <param name="Before">The mean before, of those who answered both.</param>
/// <param name="Refused">Why it is not compared; then there are no numbers.</param>
public sealed record PairedFigure(string Question, string Part, double? Before, double? After, PairedDifference? Difference, Rejection? Refused);

/// <summary>Before and after, person by person or ballot by ballot.</summary>
public static class PairedFigures
{
    /// <param name="pairs">What the same people answered before and after.</param>
    /// <param name="meanTheSame">Pairs of wordings of which somebody said so.</param>
    public static ImmutableArray<PairedFigure> Of(
        FormRules before, FormRules after, IReadOnlyList<(Response Before, Response After)> pairs, IReadOnlyCollection<(string One, string Other)> meanTheSame) =>
    [
        .. from earlier in before.Questions.SelectMany(question => QuestionPart.Of(question))
           where earlier.IsLevels
           from later in after.Questions.SelectMany(question => QuestionPart.Of(question))
           where later.IsLevels && later.Question.Id == earlier.Question.Id && later.Name == earlier.Name
           select Of(earlier, later, pairs, SameQuestion.Refuse(earlier.Question.Wording, later.Question.Wording, meanTheSame)),
    ];

    private static PairedFigure Of(QuestionPart earlier, QuestionPart later, IReadOnlyList<(Response Before, Response After)> pairs, Rejection? refused)
    {
        var both = pairs
            .Select(pair => (Before: earlier.Number!(pair.Before.To(earlier.Question.Id)), After: later.Number!(pair.After.To(later.Question.Id))))
            .Where(pair => pair is { Before: not null, After: not null })
            .Select(pair => (pair.Before!.Value, pair.After!.Value))
            .ToList();
        refused ??= both.Count < SmallGroups.Least ? EvaluationRejections.TooFew : null;
        return refused is not null
            ? new(earlier.Question.Id, earlier.Name, null, null, null, refused)
            : new(earlier.Question.Id, earlier.Name, both.Average(pair => pair.Item1), both.Average(pair => pair.Item2), PairedDifference.Of(both), null);
    }
}
