using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;

namespace CohortCourses.Web.Feedback;

/// <summary>One bar of a result: an answer, or several that stand together.</summary>
/// <param name="Count">Null where it is not told.</param>
/// <param name="Percent">Of those who were asked, rounded.</param>
public sealed record ResultBar(string Label, int? Count, int Percent);

/// <summary>The bars of a question, or of one statement of a matrix; none where nothing is told apart.</summary>
/// <param name="N">Of how many answers.</param>
public sealed record ResultGroup(ImmutableSortedDictionary<string, string>? Title, int N, IReadOnlyList<ResultBar> Bars);

/// <summary>How one question was answered, as far as it is told.</summary>
/// <param name="Said">What is said in place of bars; null where there are bars.</param>
public sealed record QuestionResult(QuestionDefinition Question, IReadOnlyList<ResultGroup> Groups, string? Said)
{
    private const string Yes = "yes";

    public bool IsText => Question.Kind is QuestionKind.Short or QuestionKind.Long;

    public static QuestionResult Of(FormFields fields, QuestionDefinition question, IReadOnlyList<QuestionFigureView> figures) => question.Kind switch
    {
        QuestionKind.Short or QuestionKind.Long => new(question, [], null),
        QuestionKind.Date => new(question, [], fields.Reader.Words["results.days"]),
        QuestionKind.Number => new(question, [], Middle(fields, figures) ?? fields.Reader.Words["results.nothing"]),
        QuestionKind.Several => new(question, [new(null, figures.Count == 0 ? 0 : figures.Max(figure => figure.Figure.N), [.. figures.Select(figure => Choice(fields, question, figure))])], null),
        _ => new(question, [.. figures.Select(figure => new ResultGroup(question.Rows.FirstOrDefault(row => row.Id == figure.Part)?.Text, figure.Figure.N, [.. Bars(fields, question, figure.Figure)]))], null),
    };

    private static IEnumerable<ResultBar> Bars(FormFields fields, QuestionDefinition question, FigureView figure) =>
        from outcome in figure.Outcomes
        where outcome.Size > 0 || outcome.Values is not [""]
        let labels = outcome.Values.OrderBy(value => value.Length == 0).Select(value => Label(fields, question, value))
        select new ResultBar(string.Join(fields.Reader.Words["evaluation.together.separator"], labels), outcome.Size, Percent(outcome.Size, figure.N));

    private static ResultBar Choice(FormFields fields, QuestionDefinition question, QuestionFigureView figure) =>
        figure.Figure.Outcomes.FirstOrDefault(outcome => outcome.Values is [Yes]) is { } picked
            ? new(fields.Label(question, figure.Part), picked.Size, Percent(picked.Size, figure.Figure.N))
            : new(fields.Label(question, figure.Part), null, 0);

    private static string Label(FormFields fields, QuestionDefinition question, string value) =>
        value.Length == 0 ? fields.Reader.Words["evaluation.no-answer"]
        : question.Kind == QuestionKind.Recommend ? fields.Reader.Words[$"evaluation.recommend.{value}"]
        : question.Kind == QuestionKind.Matrix && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? fields.In(question.Levels[level - 1]).Text
        : fields.Label(question, value);

    private static string? Middle(FormFields fields, IReadOnlyList<QuestionFigureView> figures) => figures is [{ Lower: { } lower, Median: { } median, Upper: { } upper }]
        ? fields.Reader.Words.Get("results.middle", ("lower", Number(fields, lower)), ("median", Number(fields, median)), ("upper", Number(fields, upper)))
        : null;

    private static string Number(FormFields fields, double number) => number.ToString("0.##", fields.Reader.Words.Culture);

    private static int Percent(int count, int n) => n == 0 ? 0 : (int)Math.Round(100.0 * count / n);
}
