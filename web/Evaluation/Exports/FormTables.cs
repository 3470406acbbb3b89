using System.Globalization;
using System.Runtime.CompilerServices;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What was asked: the forms that were opened, and the codebook of their questions.</summary>
internal static class FormTables
{
    public static Table Forms(ExportRun run)
    {
        var describe = new Describe(run.Words);
        return describe.Table(
            "forms",
            [
                describe.Text("opened_form"), describe.Text("form"), describe.Levels("form_kind", "form", Names<FormKind>()), describe.Levels("level", "promise", Names<FormLevel>()), describe.Whole("week"),
                describe.Text("title"), describe.Text("text_language"), describe.Day("opened_on"), describe.Day("closes_on"), describe.Yes("closed"), describe.Whole("questions", "questions"),
                describe.Whole("responses", "people"), describe.Whole("participants", "people"),
            ],
            ["opened_form"],
            stop => Forms(run, stop));
    }

    public static Table Questions(ExportRun run)
    {
        var describe = new Describe(run.Words);
        return describe.Table(
            "questions",
            [
                describe.Text("opened_form"), describe.Text("form") with { IsRequired = true }, describe.Text("question"), describe.Whole("position"), describe.Levels("kind", "question", Names<QuestionKind>()),
                describe.Text("wording") with { IsRequired = true }, describe.Text("text"), describe.Text("text_language"), describe.Yes("required"), describe.Text("shown_if"),
                describe.Levels("item_kind", "item", "choice", "row", "level"), describe.Text("item"), describe.Text("item_text"), describe.Text("unit"), describe.Number("least"), describe.Number("most"),
            ],
            [],
            _ => Asked(run).ToAsyncEnumerable());
    }

    public static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(NameOf);

    private static async IAsyncEnumerable<Cell[]> Forms(ExportRun run, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var form in run.Forms)
        {
            stop.ThrowIfCancellationRequested();
            var results = await run.Grains.Form(run.Cohort.Cohort, form.Id).Results();
            var (title, language) = run.Say(form.Definition.Title, form.Definition);
            yield return
            [
                form.Id, form.Definition.Form, NameOf(form.Definition.Kind), NameOf(form.Definition.Level), (long?)form.Week, title, language, run.Day(form.OpenedAt), run.Day(form.ClosedAt ?? form.ClosesAt), results.IsFinal,
                form.Definition.Questions.Length, IsShown(results.Responses) && IsShown(run.Cohort.Participants - results.Responses) ? results.Responses : Cell.Missing, run.Cohort.Participants,
            ];
        }
    }

    /// <summary>Fewer who answered, or who did not, are not counted.</summary>
    private static bool IsShown(int people) => people is <= 0 or >= SmallestGroup.Size;

    private static IEnumerable<Cell[]> Asked(ExportRun run) =>
        from form in run.Forms
        from question in form.Definition.Questions.Index()
        from item in Items(run, form.Definition, question.Item).DefaultIfEmpty()
        select Row(run, form, question.Index + 1, question.Item, item);

    private static Cell[] Row(ExportRun run, FormView form, int position, QuestionDefinition question, (string Kind, string Id, string Text) item)
    {
        var (text, language) = run.Say(question.Text, form.Definition);
        var (least, most) = Range(question);
        return
        [
            form.Id, form.Definition.Form, question.Id, position, NameOf(question.Kind), question.Wording, text, language, question.Required,
            question.ShownIf is { } condition ? $"{condition.Question} = {string.Join(" | ", condition.Is)}" : null,
            item.Kind, item.Id, item.Text, question.Unit is { } unit ? run.Say(unit, form.Definition).Text : null, least, most,
        ];
    }

    private static (double? Least, double? Most) Range(QuestionDefinition question) => question.Kind switch
    {
        QuestionKind.Recommend => (0, 10),
        QuestionKind.Scale or QuestionKind.Matrix => (1, question.Levels.Length),
        QuestionKind.Number => (question.From, question.To),
        _ => (null, null),
    };

    private static IEnumerable<(string Kind, string Id, string Text)> Items(ExportRun run, FormDefinition form, QuestionDefinition question)
    {
        var choices = question.Choices.Select(choice => ("choice", choice.Id, run.Say(choice.Text, form).Text));
        var rows = question.Rows.Select(row => ("row", row.Id, run.Say(row.Text, form).Text));
        var levels = question.Levels.Select((level, index) => ("level", (index + 1).ToString(CultureInfo.InvariantCulture), run.Say(level, form).Text));
        var ends = new[] { (Id: "0", Text: question.Low), (Id: "10", Text: question.High) }.Where(end => end.Text is not null).Select(end => ("level", end.Id, run.Say(end.Text!, form).Text));
        return [.. choices, .. rows, .. levels, .. ends];
    }
}
