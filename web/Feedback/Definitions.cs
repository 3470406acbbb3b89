using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts.Feedback;
using Form = CohortCourses.Content.Feedback.Form;
using Question = CohortCourses.Content.Feedback.Question;

namespace CohortCourses.Web.Feedback;

/// <summary>Forms as they stand in a course's files, ready to be opened.</summary>
internal static class Definitions
{
    public static FormDefinition ToDefinition(this Form form) => new(
        form.Id,
        (FormKind)form.Kind,
        (FormLevel)form.Level,
        form.Title.SourceLanguage,
        Texts(form.Title)!,
        Texts(form.Intro),
        form.Minutes,
        [.. form.Questions.Select(ToDefinition)]);

    /// <summary>A text in the reader's language, or else in the form's.</summary>
    public static Wording In(this ImmutableSortedDictionary<string, string> texts, FormDefinition form, string language) =>
        texts.TryGetValue(language, out var text) ? new(text, language) : new(texts[form.Language], form.Language);

    private static QuestionDefinition ToDefinition(Question question) => new(question.Id, (QuestionKind)question.Kind, Texts(question.Text)!, question.WordingHash)
    {
        Heading = Texts(question.Heading),
        Help = Texts(question.Help),
        Required = question.Required,
        ShownIf = question.ShownIf is { } shown ? new(shown.Question, shown.Is) : null,
        Choices = [.. question.Choices.Select(choice => new ChoiceDefinition(choice.Id, Texts(choice.Text)!))],
        Rows = [.. question.Rows.Select(row => new ChoiceDefinition(row.Id, Texts(row.Text)!))],
        Levels = [.. question.Levels.Select(level => Texts(level)!)],
        Low = Texts(question.Low),
        High = Texts(question.High),
        Most = question.Most,
        Alone = question.Alone,
        From = question.Range?.Least,
        To = question.Range?.Most,
        Decimals = question.Decimals,
        Unit = Texts(question.Unit),
        FirstDay = question.From is { } first ? DateOnly.ParseExact(first, "o", CultureInfo.InvariantCulture) : null,
        LastDay = question.To is { } last ? DateOnly.ParseExact(last, "o", CultureInfo.InvariantCulture) : null,
    };

    private static ImmutableSortedDictionary<string, string>? Texts(Wordings? wordings) =>
        wordings?.Languages.ToImmutableSortedDictionary(language => language, language => wordings.In(language).Text, StringComparer.Ordinal);
}
