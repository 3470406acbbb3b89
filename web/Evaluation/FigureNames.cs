using System.Globalization;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.Evaluation.Charts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>What the figures of a cohort are called in the reader's language, by their keys.</summary>
public sealed class FigureNames(Words words, IReadOnlyList<FormView> forms)
{
    private const string None = "-";

    /// <summary>Its name; the key itself where the form is not known any more.</summary>
    public string Of(KeyFigureView figure) => figure.Key.Split('/') switch
    {
        ["stage", var values] => words.Get("evaluation.name.stage", ("values", Joined("stage", values))),
        ["stays", var week] => words.Get("evaluation.name.stays", ("week", words.Week(Number(week)))),
        ["week", var week, var values] => words.Get("evaluation.name.week", ("week", words.Week(Number(week))), ("values", Joined("reading", values))),
        ["voice", var values] => words.Get("evaluation.name.voice", ("values", Joined("voice", values))),
        ["answered", var form, var week, _] => words.Get("evaluation.name.answered", ("form", Title(form, week))),
        ["question", var form, var week, var question, var part, _, var values] when Find(form, question) is { } asked =>
            words.Get("evaluation.name.question", ("form", Title(form, week)), ("question", Asked(asked, part)), ("values", Values(asked, values))),
        _ => figure.Key,
    };

    /// <summary>The value with its interval.</summary>
    public string Value(KeyFigureView figure) => figure.Unit == FigureUnit.Share
        ? words.Get("evaluation.with-interval", ("value", words.Percent(figure.Value)), ("low", words.Percent(figure.Low)), ("high", words.Percent(figure.High)))
        : words.WithInterval(figure.Value, figure.Low, figure.High, "0");

    /// <summary>A difference, in percentage points for shares.</summary>
    public string Difference(ComparedView compared) => compared is { Difference: { } difference, Low: { } low, High: { } high }
        ? words.Get(
            compared.Now.Unit == FigureUnit.Share ? "evaluation.points" : "evaluation.difference",
            ("difference", words.WithInterval(difference * Scale(compared.Now), low * Scale(compared.Now), high * Scale(compared.Now), "+0;−0;0")))
        : words["refusal.evaluation.other-wording"];

    public FrozenFigureView Frozen(KeyFigureView figure, DateTimeOffset asOf) => new(figure.Key, Of(figure).Short(200), figure.Value, figure.Unit, figure.N, figure.Low, figure.High, asOf);

    private static double Scale(KeyFigureView figure) => figure.Unit == FigureUnit.Share ? 100 : 1;

    private static int Number(string week) => int.Parse(week, CultureInfo.InvariantCulture);

    private string Joined(string figure, string values) => words.Outcome(figure, new([.. values.Split('+')], 0));

    private string Title(string form, string week)
    {
        var title = forms.LastOrDefault(known => known.Definition.Form == form) is { } found ? words.In(found.Definition.Title, found.Definition.Language).Text : form;
        return week == None ? title : words.Get("evaluation.name.form-week", ("form", title), ("week", words.Week(Number(week))));
    }

    private (QuestionDefinition Question, string Source)? Find(string form, string question) => forms.LastOrDefault(known => known.Definition.Form == form) is { } found
        && found.Definition.Questions.FirstOrDefault(known => known.Id == question) is { } asked ? (asked, found.Definition.Language) : null;

    private string Asked((QuestionDefinition Question, string Source) asked, string part) =>
        asked.Question.Rows.Concat(asked.Question.Kind == QuestionKind.Several ? asked.Question.Choices : []).FirstOrDefault(row => row.Id == part) is { } row
            ? words.In(row.Text, asked.Source).Text
            : words.In(asked.Question.Text, asked.Source).Text;

    private string Values((QuestionDefinition Question, string Source) asked, string values) =>
        string.Join(words["evaluation.together.separator"], values.Split('+').Select(value => (asked.Question.Kind, value) switch
        {
            (_, None) => words["evaluation.no-answer"],
            (_, "score") => words["evaluation.name.score"],
            (QuestionKind.Recommend, _) => words[$"evaluation.recommend.{value}"],
            (QuestionKind.Several, _) => words[$"evaluation.several.{value}"],
            (QuestionKind.Scale or QuestionKind.Matrix, _) when asked.Question.Levels.ElementAtOrDefault(Number(value) - 1) is { } level => words.In(level, asked.Source).Text,
            _ => asked.Question.Choices.FirstOrDefault(choice => choice.Id == value) is { } choice ? words.In(choice.Text, asked.Source).Text : value,
        }));
}
