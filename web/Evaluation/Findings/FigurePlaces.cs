using System.Globalization;

namespace CohortCourses.Web.Evaluation;

/// <summary>Where a figure that was kept can be seen as it stands now, by its key.</summary>
public static class FigurePlaces
{
    private const string NoWeek = "-";

    public static string Theme(CodedQuestion question, string code) => $"theme/{Key(question)}/{code}";

    /// <param name="pair">Which of the pairs of coders, from 1.</param>
    public static string Agreement(CodedQuestion question, int pair) => string.Create(CultureInfo.InvariantCulture, $"agreement/{Key(question)}/{pair}");

    /// <summary>The address within the pages of a cohort's evaluation.</summary>
    public static string Of(string cohort, string key)
    {
        var evaluate = $"/c/{cohort}/evaluate";
        return key.Split('/') switch
        {
            ["answered", var form, ..] => $"{evaluate}/questions#form-{form}",
            ["question", var form, _, var question, _, var wording, ..] => $"{evaluate}/questions#{form}-{question}-{wording}",
            ["theme", var form, _, var question, ..] => $"{evaluate}/coding/themes?form={Uri.EscapeDataString(form)}&question={Uri.EscapeDataString(question)}",
            ["agreement", ..] => $"{evaluate}/coding",
            _ => evaluate,
        };
    }

    private static string Key(CodedQuestion question) =>
        $"{question.Form.Definition.Form}/{question.Form.Week?.ToString(CultureInfo.InvariantCulture) ?? NoWeek}/{question.Question.Id}";
}
