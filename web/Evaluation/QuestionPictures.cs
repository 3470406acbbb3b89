using System.Globalization;
using CohortCourses.Content.Courses;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Evaluation.Charts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>The questions of one form of the course, over all its openings in a cohort.</summary>
public sealed record FormSection(string Form, Wording Title, FormLevel Level, Picture Answered, IReadOnlyList<QuestionSection> Questions)
{
    public IEnumerable<QuestionSection> Told => Questions.Where(question => question.Drawn.Any());

    public IReadOnlyList<Untold> Untold =>
        [.. Questions.Where(question => question.Pictures.Count > 0 && !question.Drawn.Any()).Select(question => new Untold(question.Place(Form), question.Asked.Text))];
}

/// <summary>One question as it was worded; another wording of it is another section, never the same picture.</summary>
/// <param name="Wording">The hash of what respondents read.</param>
/// <param name="IsReworded">Whether the question stands elsewhere in other words.</param>
public sealed record QuestionSection(string Question, string Wording, Wording Asked, bool IsReworded, IReadOnlyList<Picture> Pictures)
{
    public IEnumerable<Picture> Drawn => Pictures.Where(picture => picture.IsDrawn);

    /// <summary>Its parts of which nothing can be told.</summary>
    public IReadOnlyList<Untold> Untold => [.. Pictures.Where(picture => !picture.IsDrawn).Select(picture => new Untold(null, picture.Title))];

    /// <summary>By which it is led to on a page.</summary>
    public string Place(string form) => $"{form}-{Question}-{Wording}";
}

/// <summary>The pictures of how forms were answered.</summary>
public sealed class QuestionPictures(QuestionsView view, IReadOnlyList<FormView> forms, FilterView? filter, Words words)
{
    private readonly Dictionary<string, FormView> opened = forms.ToDictionary(form => form.Id, StringComparer.Ordinal);

    public IReadOnlyList<FormSection> Forms =>
    [
        .. from form in view.Forms.Where(form => opened.ContainsKey(form.Id))
           group form by form.Form into same
           let openings = same.ToList()
           let newest = opened[openings[^1].Id].Definition
           select new FormSection(same.Key, words.In(newest.Title, newest.Language), newest.Level, Answered(same.Key, openings), Questions(openings)),
    ];

    /// <summary>What changed in the same people: levels on one picture, recommendations on another, since they count differently.</summary>
    public IReadOnlyList<Picture> Changes =>
    [
        .. from change in view.Changes
           where change.Refused is null && opened.ContainsKey(change.AfterForm)
           let question = Asked(change.AfterForm, change.Question)
           where question is not null
           group (Change: change, Question: question) by question.Kind == QuestionKind.Recommend into scale
           orderby scale.Key
           let most = scale.Key ? 10 : scale.Max(one => one.Question.Levels.Length)
           select ChangeChart.Of(
               words,
               scale.Key ? "changes-recommend" : "changes",
               words[scale.Key ? "evaluation.recommend" : "evaluation.changes"],
               scale.Key ? 0 : 1,
               most,
               [.. scale.Select(one => Row(one.Change))],
               words["evaluation.changes.note"]),
    ];

    /// <summary>Questions of before and after that are not compared, and why.</summary>
    public IEnumerable<(string Label, string Why)> NotCompared =>
        view.Changes.Where(change => change.Refused is not null && opened.ContainsKey(change.AfterForm)).Select(change => (Label(change), words[$"refusal.{change.Refused}"]));

    /// <summary>All of them, for a report.</summary>
    public IEnumerable<Picture> All => [.. Changes, .. Forms.SelectMany(form => form.Questions.SelectMany(question => question.Pictures).Prepend(form.Answered))];

    private Picture Answered(string form, IReadOnlyList<FormFiguresView> openings) => BarChart.Of(
        words,
        $"answered-{form}",
        words["evaluation.response"],
        [.. openings.Select(opening => new BarRow(Opening(opening), Share(opening.Answered, "yes")))],
        words["evaluation.response.note"]);

    private IReadOnlyList<QuestionSection> Questions(IReadOnlyList<FormFiguresView> openings)
    {
        var asked = (from opening in openings
                     from figure in opening.Questions
                     select (Opening: opening, Figure: figure)).ToList();
        return
        [
            .. from one in asked
               group one by (one.Figure.Question, one.Figure.Wording) into same
               let last = same.Last().Opening
               let question = Asked(last.Id, same.Key.Question)
               where question is not null
               select new QuestionSection(
                   same.Key.Question,
                   same.Key.Wording,
                   words.In(question.Text, opened[last.Id].Definition.Language),
                   asked.Any(other => other.Figure.Question == same.Key.Question && other.Figure.Wording != same.Key.Wording),
                   [.. Pictures(question, opened[last.Id].Definition.Language, [.. same])]),
        ];
    }

    private IEnumerable<Picture> Pictures(QuestionDefinition question, string source, List<(FormFiguresView Opening, QuestionFigureView Figure)> asked)
    {
        var key = $"{asked[^1].Opening.Form}-{question.Id}-{question.Wording}";
        switch (question.Kind)
        {
            case QuestionKind.Scale or QuestionKind.Matrix:
                var levels = question.Levels.Select((level, index) => (Value: (index + 1).ToString(CultureInfo.InvariantCulture), Label: words.In(level, source).Text)).ToList();
                return asked.GroupBy(one => one.Figure.Part, StringComparer.Ordinal).Select(part => Levels($"{key}-{part.Key}", PartLabel(question, part.Key, source), levels, [.. part], Median(levels)));
            case QuestionKind.Recommend:
                return [Levels(key, words["evaluation.recommend"], [.. new[] { "detractors", "passives", "promoters" }.Select(value => (value, words[$"evaluation.recommend.{value}"]))], asked, Score)];
            case QuestionKind.One or QuestionKind.Ranking when question.Choices.Length <= 5:
                return [Levels(key, words[question.Kind == QuestionKind.Ranking ? "evaluation.first-choice" : "evaluation.over-time"], [.. question.Choices.Select(choice => (choice.Id, words.In(choice.Text, source).Text))], asked, _ => null)];
            case QuestionKind.One or QuestionKind.Ranking:
                return asked.TakeLast(1).Select(one => BarChart.Of(words, key, Opening(one.Opening), [.. question.Choices.Select(choice => new BarRow(words.In(choice.Text, source).Text, Share(one.Figure.Figure, choice.Id)))]));
            case QuestionKind.Several:
                return asked.GroupBy(one => one.Opening.Id, StringComparer.Ordinal).TakeLast(1).Select(opening => BarChart.Of(
                    words,
                    key,
                    Opening(opening.First().Opening),
                    [.. opening.Select(one => new BarRow(words.In(question.Choices.First(choice => choice.Id == one.Figure.Part).Text, source).Text, Share(one.Figure.Figure, "yes")))],
                    words["evaluation.several.note"]));
            default:
                return [];
        }
    }

    private Picture Levels(
        string key,
        string title,
        IReadOnlyList<(string Value, string Label)> levels,
        IReadOnlyList<(FormFiguresView Opening, QuestionFigureView Figure)> asked,
        Func<QuestionFigureView, string?> remark)
    {
        var rows = asked.Select(one => LevelRows.Of(words, Opening(one.Opening), one.Figure.Figure, filter, [.. levels.Select(level => level.Value)], NameOf)).ToList();
        var remarks = filter is null ? asked.Select(one => remark(one.Figure) is { } said ? words.Get("evaluation.remark", ("label", Opening(one.Opening)), ("said", said)) : null).OfType<string>().ToList() : [];
        return LevelChart.Of(words, key, title, [.. levels.Select(level => level.Label)], rows, remarks.Count == 0 ? null : string.Join(words["evaluation.remark.separator"], remarks));

        string NameOf(string value) => levels.FirstOrDefault(level => level.Value == value).Label ?? words["evaluation.no-answer"];
    }

    private Func<QuestionFigureView, string?> Median(IReadOnlyList<(string Value, string Label)> levels) => figure =>
        figure.Median is { } median && levels.ElementAtOrDefault((int)median - 1) is { Label: { } label } ? words.Get("evaluation.median", ("level", label)) : null;

    private string? Score(QuestionFigureView figure) => figure.Score is { } score
        ? words.Get("evaluation.nps", ("value", words.WithInterval(score.Value, score.Low, score.High, "0")), ("count", words.Number(score.N)))
        : null;

    private ShareView? Share(FigureView figure, string value)
    {
        var row = figure.Row(filter?.Attribute, filter?.Value);
        var found = figure.Outcomes.Index().FirstOrDefault(outcome => outcome.Item.Values is [var only] && only == value);
        return found.Item is null ? null : row?.Shares[found.Index];
    }

    private string Opening(FormFiguresView opening) => opening.Week is { } week ? words.Week(week) : words.In(opened[opening.Id].Definition.Title, opened[opening.Id].Definition.Language).Text;

    private QuestionDefinition? Asked(string form, string question) => opened[form].Definition.Questions.FirstOrDefault(known => known.Id == question);

    private string PartLabel(QuestionDefinition question, string part, string source) =>
        question.Rows.FirstOrDefault(row => row.Id == part) is { } row ? words.In(row.Text, source).Text : words["evaluation.over-time"];

    private string Label(PairedView change)
    {
        var source = opened[change.AfterForm].Definition.Language;
        return Asked(change.AfterForm, change.Question) is not { } question ? change.Question
            : question.Rows.FirstOrDefault(row => row.Id == change.Part) is { } row ? words.In(row.Text, source).Text
            : words.In(question.Text, source).Text;
    }

    private ChangeRow Row(PairedView change) => new(
        Label(change),
        change.N,
        change.Before,
        change.After,
        change is { Low: { } low, High: { } high } ? words.WithInterval(change.Change, low, high, "+0.0;−0.0;0.0") : words.Decimal(change.Change, "+0.0;−0.0;0.0"));
}

/// <summary>Texts of forms, which carry all their languages.</summary>
internal static class FormWords
{
    /// <summary>In the reader's language if it is there, else in the source.</summary>
    public static Wording In(this Words words, IReadOnlyDictionary<string, string> text, string source) =>
        text.TryGetValue(words.Language.Tag, out var own) ? new(own, words.Language.Tag)
        : text.TryGetValue(source, out var first) ? new(first, source)
        : new(text.Values.FirstOrDefault() ?? "", source);
}
