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
                return part.Whole(new(part.Question.Id, participation.N, [], []), numbers, isTold: numbers.Length >= SmallGroups.Least && participation.Answered.IsShown);
            }

            var figure = participation.Question(part.Question.Id, part.Answers, part.IsScale, person => responses[person] is { } response ? part.Answer(response.To(part.Question.Id)) : null);
            return part.Whole(ShownFigure.Of(figure), numbers, figure.IsShown && participation.Answered.IsShown);
        }
    }

    /// <summary>Of an anonymous form nothing more is known than who answered. <see cref="ToldAnswers"/> says what.</summary>
    /// <param name="answered">For each of those who could answer, whether they did.</param>
    public static ShownFigure Participants(Breakdowns everyone, IReadOnlyList<bool> answered) => ShownFigure.Of(Participation.Of(everyone, answered).Answered);
}
