using System.Collections.Immutable;
using System.Globalization;
using CohortCourses.Contracts.Feedback;

namespace CohortCourses.Web.Feedback;

/// <summary>One bar of a result.</summary>
/// <param name="Percent">Of those who answered, rounded.</param>
public sealed record ResultBar(string Label, int Count, int Percent);

/// <summary>The bars of a question, or of one statement of a matrix.</summary>
public sealed record ResultGroup(ImmutableSortedDictionary<string, string>? Title, IReadOnlyList<ResultBar> Bars);

/// <summary>How one question was answered.</summary>
public sealed record QuestionResult(QuestionDefinition Question, QuestionTally Tally, IReadOnlyList<ResultGroup> Groups)
{
    public bool IsText => Question.Kind is QuestionKind.Short or QuestionKind.Long;

    /// <summary>Null if the question was shown to nobody.</summary>
    public static QuestionResult? Of(FormFields fields, QuestionDefinition question, QuestionTally? tally) =>
        tally is null ? null : new(question, tally, [.. GroupsOf(fields, question, tally)]);

    private static IEnumerable<ResultGroup> GroupsOf(FormFields fields, QuestionDefinition question, QuestionTally tally)
    {
        var levels = Enumerable.Range(1, question.Levels.Length).Select(level => (Key: Number(level), Label: fields.In(question.Levels[level - 1]).Text)).ToList();
        var choices = question.Choices.Select(choice => (Key: choice.Id, Label: fields.In(choice.Text).Text)).ToList();
        return question.Kind switch
        {
            QuestionKind.One or QuestionKind.Several => [new(null, Bars(choices, ""))],
            QuestionKind.Scale => [new(null, Bars(levels, ""))],
            QuestionKind.Recommend => [new(null, Bars(Enumerable.Range(0, 11).Select(level => (Number(level), fields.Reader.Words.Number(level))), ""))],
            QuestionKind.Matrix => question.Rows.Select(row => new ResultGroup(row.Text, Bars(levels, $"{row.Id}:"))),
            QuestionKind.Ranking => question.Choices.Select(choice => new ResultGroup(choice.Text, Bars(
                Enumerable.Range(1, question.Most ?? question.Choices.Length).Select(place => (Number(place), fields.Reader.Words.Get("form.place", ("place", place)))), $"{choice.Id}:"))),
            QuestionKind.Number => [new(null, Bars(tally.Counts.Keys.OrderBy(value => decimal.Parse(value, CultureInfo.InvariantCulture)).Select(value => (value, value)), ""))],
            QuestionKind.Date => [new(null, Bars(tally.Counts.Keys.Select(day => (day, fields.Reader.Dates.Day(DateOnly.ParseExact(day, "o", CultureInfo.InvariantCulture)))), ""))],
            _ => [],
        };

        List<ResultBar> Bars(IEnumerable<(string Key, string Label)> bars, string prefix) =>
        [
            .. bars.Select(bar => (bar.Label, Count: tally.Counts.GetValueOrDefault(prefix + bar.Key)))
                .Select(bar => new ResultBar(bar.Label, bar.Count, tally.Answered == 0 ? 0 : (int)Math.Round(100.0 * bar.Count / tally.Answered))),
        ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
