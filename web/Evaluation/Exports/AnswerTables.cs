using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Web.Evaluation.Exports;

/// <summary>What was answered, one row for each thing said, and who answered at all.</summary>
internal static class AnswerTables
{
    public static Table Responses(ExportRun run)
    {
        var describe = new Describe(run.Words);
        return describe.Table(
            "responses",
            [
                describe.Text("respondent") with { IsRequired = true }, describe.Text("opened_form") with { IsRequired = true }, describe.Text("question") with { IsRequired = true }, describe.Text("wording") with { IsRequired = true },
                describe.Text("item"), describe.Text("value") with { IsRequired = true }, describe.Number("number"), describe.Day("answered_on"), describe.Text("answer_language"),
            ],
            [],
            stop => Responses(run, stop));
    }

    public static Table Participation(ExportRun run)
    {
        var describe = new Describe(run.Words);
        return describe.Table("participation", [describe.Text("study_key"), describe.Text("opened_form"), describe.Yes("answered")], ["study_key", "opened_form"], stop => Participation(run, stop));
    }

    /// <summary>The rows of one answer to one question.</summary>
    public static IEnumerable<(string? Item, string Value, double? Number)> Split(QuestionDefinition question, ImmutableArray<string> answer) => question.Kind switch
    {
        QuestionKind.Several => answer.Select(choice => ((string?)choice, "1", (double?)1)),
        QuestionKind.Ranking => answer.Select((choice, index) => ((string?)choice, (index + 1).ToString(CultureInfo.InvariantCulture), (double?)index + 1)),
        QuestionKind.Matrix => answer.Select(row => row.LastIndexOf(':') is var cut and > 0 ? (row[..cut], row[(cut + 1)..], NumberOf(row[(cut + 1)..])) : (null, row, null)),
        QuestionKind.Scale or QuestionKind.Recommend or QuestionKind.Number => answer.Select(value => ((string?)null, value, NumberOf(value))),
        _ => answer.Select(value => ((string?)null, value, (double?)null)),
    };

    private static async IAsyncEnumerable<Cell[]> Responses(ExportRun run, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var form in run.Forms)
        {
            foreach (var given in await GivenAnswers.Of(run, form, stop))
            {
                foreach (var (question, answer) in form.Definition.Questions.Zip(given.Answers))
                {
                    foreach (var (item, value, number) in Split(question, answer))
                    {
                        yield return [given.Key, form.Id, question.Id, question.Wording, item, value, number, given.Day, given.Language];
                    }
                }
            }
        }
    }

    /// <remarks>Who answered an anonymous form is told once it is closed: before, two exports would tell who came in between.</remarks>
    private static async IAsyncEnumerable<Cell[]> Participation(ExportRun run, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var form in run.Forms)
        {
            var grain = run.Grains.Form(run.Cohort.Cohort, form.Id);
            var isTold = form.Definition.Level != FormLevel.Anonymous || (await grain.Results()).IsFinal;
            var answered = (await grain.Respondents()).ToHashSet(StringComparer.Ordinal);
            foreach (var person in run.Roster.People)
            {
                stop.ThrowIfCancellationRequested();
                yield return [person.Key, form.Id, isTold ? answered.Contains(person.Learner) : Cell.Missing];
            }
        }
    }

    private static double? NumberOf(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
