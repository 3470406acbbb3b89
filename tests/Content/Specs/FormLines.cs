using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Feedback;

namespace CohortCourses.Tests.Content.Specs;

/// <summary>A form as the specification writes it: a line for the form, for each question and for each thing to choose.</summary>
internal static class FormLines
{
    public static string Of(CourseReading reading)
    {
        Assert.True(reading.Revision is not null, "There are problems: " + string.Join('\n', reading.Problems));
        return string.Join('\n', reading.Revision.Forms.SelectMany(Lines));
    }

    private static IEnumerable<string> Lines(Form form) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{form.Title} ({form.Kind}, {form.Level}, {form.Minutes} minutes, {string.Join(" ", form.Title.Languages)})"),
        .. form.Questions.SelectMany(Lines),
    ];

    private static IEnumerable<string> Lines(Question question) =>
    [
        $"{question.Id}: {question.Text} ({string.Join(", ", Facts(question))})",
        .. question.Rows.Select(row => $"  row {row.Id}: {row.Text}"),
        .. question.Choices.Select(choice => $"  {choice.Id}: {choice.Text}"),
        .. question.Levels.Select((level, index) => string.Create(CultureInfo.InvariantCulture, $"  {index + 1}: {level}")),
        .. question.Low is { } low ? [$"  0: {low}", $"  10: {question.High}"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Facts(Question question)
    {
        yield return question.Kind.ToString();
        if (question.Required)
        {
            yield return "required";
        }

        if (question.Most is { } most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"at most {most}");
        }

        if (question.Range is { } range)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{range.Least} to {range.Most} {question.Unit}");
        }

        if (question.From is not null || question.To is not null)
        {
            yield return $"{question.From} to {question.To}";
        }

        if (question.Alone is { } alone)
        {
            yield return $"{alone} alone";
        }

        if (question.ShownIf is { } condition)
        {
            yield return $"if {condition.Question} is {string.Join(" or ", condition.Is)}";
        }
    }
}
