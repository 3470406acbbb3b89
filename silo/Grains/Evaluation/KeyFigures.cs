using System.Globalization;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Grains.Evaluation;

/// <summary>The figures of a cohort one by one, the most telling first.</summary>
internal static class KeyFigures
{
    private const string None = "-";

    public static ImmutableArray<KeyFigureView> Of(EvaluationView view, QuestionsView questions) =>
    [
        .. Shares("stage", view.Stages),
        .. view.Retention.Steps.Select(step => new KeyFigureView(Invariant($"stays/{step.Week}"), FigureUnit.Share, step.Share, view.Retention.N, step.Low, step.High)),
        .. view.Reading.SelectMany((week, index) => Shares(Invariant($"week/{view.Weeks[index]}"), week)),
        .. Shares("voice", view.Voices),
        .. questions.Forms.SelectMany(form => Shares($"answered/{Place(form)}", form.Answered).Where(figure => figure.Key.EndsWith("/yes", StringComparison.Ordinal))),
        .. questions.Forms.SelectMany(Scores),
        .. questions.Forms.SelectMany(form => form.Questions.SelectMany(question => Shares(Key(form, question), question.Figure))),
    ];

    /// <summary>The key without the wording, by which two wordings of one question are told to be two.</summary>
    public static string WithoutWording(string key) => key.Split('/') is ["question", var form, var week, var question, var part, _, .. var rest]
        ? string.Join('/', ["question", form, week, question, part, .. rest])
        : key;

    private static IEnumerable<KeyFigureView> Scores(FormFiguresView form) =>
        from question in form.Questions
        where question.Score is not null
        select new KeyFigureView($"{Key(form, question)}/score", FigureUnit.NetPromoter, question.Score!.Value, question.Score.N, question.Score.Low, question.Score.High);

    private static IEnumerable<KeyFigureView> Shares(string key, FigureView figure) => figure.Outcomes.Zip(figure.Shares).Where(outcome => outcome.Second.N > 0).Select(outcome => new KeyFigureView(
        $"{key}/{string.Join('+', outcome.First.Values.Select(Written))}", FigureUnit.Share, outcome.Second.Share, outcome.Second.N, outcome.Second.Low, outcome.Second.High));

    private static string Key(FormFiguresView form, QuestionFigureView question) => $"question/{Place(form)}/{question.Question}/{Written(question.Part)}/{question.Wording}";

    private static string Place(FormFiguresView form) => $"{form.Form}/{form.Week?.ToString(CultureInfo.InvariantCulture) ?? None}";

    private static string Written(string value) => value.Length == 0 ? None : value;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
