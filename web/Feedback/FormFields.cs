using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Feedback;

/// <summary>A form as somebody fills it in: its texts in their language, what they answered so far, and what has to be mended.</summary>
public sealed class FormFields(Reader reader, FormView form, ImmutableSortedDictionary<string, ImmutableArray<string>> answers, IReadOnlyDictionary<string, string> problems)
{
    public Reader Reader => reader;

    public FormView Form => form;

    public IEnumerable<QuestionField> Questions => form.Definition.Questions.Select(question => new QuestionField(this, question));

    public IHtmlContent Show(ImmutableSortedDictionary<string, string> texts) => reader.Show(In(texts));

    public Wording In(ImmutableSortedDictionary<string, string> texts) => texts.In(form.Definition, reader.Language.Tag);

    public ImmutableArray<string> To(QuestionDefinition question) => answers.TryGetValue(question.Id, out var given) ? given : [];

    public string? Problem(QuestionDefinition question) => problems.GetValueOrDefault(question.Id);

    /// <summary>When a question is to be answered, for pages that cannot hide it: which answers to which other question.</summary>
    public string Condition(ShownIf shown)
    {
        var earlier = form.Definition.Questions.First(question => question.Id == shown.Question);
        var wanted = shown.Is.Select(answer => Label(earlier, answer));
        return reader.Words.Get("form.only-if", ("question", In(earlier.Text).Text), ("answers", string.Join(reader.Words["list.or"], wanted)));
    }

    /// <summary>An answer as respondents read it.</summary>
    public string Label(QuestionDefinition question, string answer) =>
        question.Choices.FirstOrDefault(choice => choice.Id == answer) is { } choice ? In(choice.Text).Text
        : question.Kind == QuestionKind.Scale && int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level >= 1 && level <= question.Levels.Length ? In(question.Levels[level - 1]).Text
        : answer;
}

/// <summary>One question on a page.</summary>
public sealed record QuestionField(FormFields Fields, QuestionDefinition Question)
{
    public string Name => AnswerFields.NameOf(Question);

    public ImmutableArray<string> Given => Fields.To(Question);

    public string? One => Given.FirstOrDefault();

    public string? Problem => Fields.Problem(Question);

    /// <summary>What describes the controls: the help and what is wrong.</summary>
    public string? DescribedBy => string.Join(' ', new[] { Question.Help is null ? null : $"{Name}-help", Problem is null ? null : $"{Name}-error" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    /// <summary>Browsers insist on an answer only where the question is always there.</summary>
    public bool Insists => Question is { Required: true, ShownIf: null };

    public bool IsChosen(string value) => Given.Contains(value);

    public string RowName(ChoiceDefinition row) => AnswerFields.NameOf(Question, row);

    public bool IsChosen(ChoiceDefinition row, string level) => Given.Contains($"{row.Id}:{level}");

    /// <summary>The levels as they are sent, with their labels.</summary>
    public IEnumerable<(string Value, ImmutableSortedDictionary<string, string> Text)> Levels =>
        Question.Levels.Select((text, index) => ((index + 1).ToString(CultureInfo.InvariantCulture), text));
}
