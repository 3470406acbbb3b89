using System.Collections.Immutable;
using CohortCourses.Domain.Feedback;

namespace CohortCourses.Domain.Evaluation;

/// <summary>How a form was answered: by how many of those who could, and what.</summary>
/// <param name="Answered">Yes and no.</param>
public sealed record FormFigures(ShownFigure Answered, ImmutableArray<QuestionFigure> Questions)
{
    /// <summary>Of a form whose answers are kept under people.</summary>
    /// <param name="everyone">The breakdowns of all who could answer.</param>
    /// <param name="responses">For each of them what they answered, or null.</param>
    public static FormFigures Of(Breakdowns everyone, FormRules form, IReadOnlyList<Response?> responses)
    {
        var participation = Participation.Of(everyone, [.. responses.Select(response => response is not null)]);
        return new(ShownFigure.Of(participation.Answered), [.. form.Questions.SelectMany(question => QuestionPart.Of(question)).Select(Figure)]);

        QuestionFigure Figure(QuestionPart part)
        {
            var numbers = part.Number is null ? [] : responses.OfType<Response>().Select(response => part.Number(response.To(part.Question.Id))).OfType<double>().ToArray();
            if (part.Answers.IsEmpty)
            {
                return Whole(part, new(part.Question.Id, participation.N, [], []), numbers, isTold: numbers.Length >= SmallGroups.Least && participation.Answered.IsShown);
            }

            var figure = participation.Question(part.Question.Id, part.Answers, part.IsScale, person => responses[person] is { } response ? part.Answer(response.To(part.Question.Id)) : null);
            return Whole(part, ShownFigure.Of(figure), numbers, figure.IsShown && participation.Answered.IsShown);
        }
    }

    /// <summary>Of an anonymous form, of which nothing but sums is known.</summary>
    /// <param name="answered">For each of those who could answer, whether they did.</param>
    /// <param name="tally">The answers as far as they are shown.</param>
    public static FormFigures Of(Breakdowns everyone, FormRules form, IReadOnlyList<bool> answered, FormTally tally)
    {
        return new(ShownFigure.Of(Participation.Of(everyone, answered).Answered), tally.Responses < SmallGroups.Least ? [] : [.. form.Questions.SelectMany(question => QuestionPart.Of(question)).Select(Figure)]);

        QuestionFigure Figure(QuestionPart part)
        {
            var counts = tally.Of(part.Question.Id);
            var keys = counts.Counts.SelectMany(count => Enumerable.Repeat(count.Key, count.Value)).ToArray();
            var numbers = part.Number is null ? [] : keys.Select(key => part.Number([key])).OfType<double>().ToArray();
            if (part.Answers.IsEmpty)
            {
                return Whole(part, new(part.Question.Id, tally.Responses, [], []), numbers, isTold: numbers.Length >= SmallGroups.Least);
            }

            // Of several choices each one's count is known, and how many answered at all; the others did not pick it.
            ImmutableArray<string> given = part.Question is SeveralChoices
                ? [.. Enumerable.Repeat(QuestionFigure.Yes, counts.Counts.GetValueOrDefault(part.Name)), .. Enumerable.Repeat(QuestionFigure.No, counts.Answered - counts.Counts.GetValueOrDefault(part.Name))]
                : [.. keys.Select(part.OfKey).OfType<string>()];
            given = [.. given, .. Enumerable.Repeat(Participation.None, tally.Responses - given.Length)];
            string[] values = [Participation.None, .. part.Answers];
            var sorted = part.IsScale ? Sorting.Ordered(part.Question.Id, values, given) : Sorting.Unordered(part.Question.Id, values, given);
            return Whole(part, ShownFigure.Of(Evaluation.Figure.Of(new([], []), sorted)), numbers, sorted.TellsApart);
        }
    }

    private static QuestionFigure Whole(QuestionPart part, ShownFigure figure, double[] numbers, bool isTold)
    {
        var isRecommendation = part.Question is Scale { Least: 0 };
        var standsAlone = isTold && figure.Outcomes.All(group => group.Values.Length == 1);
        return new(
            part.Question.Id,
            part.Name,
            part.Question.Wording,
            figure,
            isTold && part.Number is not null && !isRecommendation ? (part.IsLevels ? Quartiles.OfLevels(numbers.Select(number => (int)number)) : Quartiles.OfNumbers(numbers)) : null,
            isRecommendation && standsAlone ? NetPromoter.Of(numbers.Select(number => (int)number)) : null);
    }
}
