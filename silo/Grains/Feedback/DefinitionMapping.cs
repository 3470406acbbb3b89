using CohortCourses.Contracts.Feedback;
using FormLevel = CohortCourses.Domain.Feedback.FormLevel;

namespace CohortCourses.Grains.Feedback;

/// <summary>A form's definition, on its way from the wire to the disk and back.</summary>
internal static class DefinitionMapping
{
    public static DefinitionDocument ToDocument(this FormDefinition form) =>
        new(form.Form, (FormKind)form.Kind, (FormLevel)form.Level, form.Language, form.Title, form.Minutes)
        {
            Intro = form.Intro,
            Questions = [.. form.Questions.Select(ToDocument)],
        };

    public static FormDefinition ToView(this DefinitionDocument form) => new(
        form.Form,
        (Contracts.Feedback.FormKind)form.Kind,
        (Contracts.Feedback.FormLevel)form.Level,
        form.Language,
        form.Title,
        form.Intro,
        form.Minutes,
        [.. form.Questions.Select(ToView)]);

    private static QuestionDocument ToDocument(QuestionDefinition question) => new(question.Id, (QuestionKind)question.Kind, question.Text, question.Wording)
    {
        Heading = question.Heading,
        Help = question.Help,
        Required = question.Required,
        ShownIf = question.ShownIf is { } shown ? new(shown.Question) { Is = shown.Is } : null,
        Choices = [.. question.Choices.Select(choice => new ChoiceDocument(choice.Id, choice.Text))],
        Rows = [.. question.Rows.Select(row => new ChoiceDocument(row.Id, row.Text))],
        Levels = question.Levels,
        Low = question.Low,
        High = question.High,
        Most = question.Most,
        Alone = question.Alone,
        From = question.From,
        To = question.To,
        Decimals = question.Decimals,
        Unit = question.Unit,
        FirstDay = question.FirstDay,
        LastDay = question.LastDay,
    };

    private static QuestionDefinition ToView(QuestionDocument question) => new(question.Id, (Contracts.Feedback.QuestionKind)question.Kind, question.Text, question.Wording)
    {
        Heading = question.Heading,
        Help = question.Help,
        Required = question.Required,
        ShownIf = question.ShownIf is { } shown ? new(shown.Question, shown.Is) : null,
        Choices = [.. question.Choices.Select(choice => new ChoiceDefinition(choice.Id, choice.Text))],
        Rows = [.. question.Rows.Select(row => new ChoiceDefinition(row.Id, row.Text))],
        Levels = question.Levels,
        Low = question.Low,
        High = question.High,
        Most = question.Most,
        Alone = question.Alone,
        From = question.From,
        To = question.To,
        Decimals = question.Decimals,
        Unit = question.Unit,
        FirstDay = question.FirstDay,
        LastDay = question.LastDay,
    };
}
