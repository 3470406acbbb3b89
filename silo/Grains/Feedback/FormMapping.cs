using CohortCourses.Contracts.Feedback;
using CohortCourses.Domain.Feedback;
using CohortCourses.Grains.Documents;
using NodaTime;
using Question = CohortCourses.Domain.Feedback.Question;

namespace CohortCourses.Grains.Feedback;

internal static class FormMapping
{
    private const int MostPicked = 30;
    private const int MostDigits = 1_000_000;
    private const int LongestLine = 500;
    private const int LongestText = 2_000;

    public static FormView ToView(this FormDocument form, string name) => new(
        name, form.Definition.ToView(), form.Week, form.By, form.OpenedAt, form.ClosesAt, form.ClosedAt, form.ResultsShownAt);

    /// <summary>What it accepts.</summary>
    public static FormRules ToRules(this DefinitionDocument form) => new(form.Level, [.. form.Questions.Select(ToRule)]);

    public static Response ToResponse(this ImmutableSortedDictionary<string, ImmutableArray<string>> answers) => new(answers.WithComparers(StringComparer.Ordinal));

    private static Question ToRule(QuestionDocument question)
    {
        var (id, required, wording) = (question.Id, question.Required, question.Wording);
        var shownIf = question.ShownIf is { } shown ? new Condition(shown.Question, shown.Is) : null;
        ImmutableArray<string> choices = [.. question.Choices.Select(choice => choice.Id)];
        return question.Kind switch
        {
            QuestionKind.One => new OneChoice(id, required, shownIf, wording, choices),
            QuestionKind.Several => new SeveralChoices(id, required, shownIf, wording, choices, question.Most ?? MostPicked, question.Alone),
            QuestionKind.Scale => new Scale(id, required, shownIf, wording, 1, question.Levels.Length),
            QuestionKind.Recommend => Scale.OfRecommendation(id, required, shownIf, wording),
            QuestionKind.Matrix => new Matrix(id, required, shownIf, wording, [.. question.Rows.Select(row => row.Id)], question.Levels.Length),
            QuestionKind.Ranking => new Ranking(id, required, shownIf, wording, choices, question.Most ?? choices.Length),
            QuestionKind.Number => new Amount(id, required, shownIf, wording, question.From ?? 0, question.To ?? MostDigits, question.Decimals),
            QuestionKind.Date => new Day(id, required, shownIf, wording, question.FirstDay is { } from ? from.ToLocalDate() : null, question.LastDay is { } to ? to.ToLocalDate() : null),
            QuestionKind.Short => new Words(id, required, shownIf, wording, question.Most ?? LongestLine, HasParagraphs: false),
            _ => new Words(id, required, shownIf, wording, question.Most ?? LongestText, HasParagraphs: true),
        };
    }
}
