using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Evaluation.Charts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>The pictures of a cohort's figures, for everyone or for one group.</summary>
/// <param name="Group">Null for everyone.</param>
public sealed record OverviewPictures(EvaluationView View, FilterView? Filter, GroupView? Group, Words Words)
{
    public Picture Stays
    {
        get
        {
            var whole = new NamedCurve(Words["evaluation.everyone"], View.Retention);
            var curves = Filter is null ? [whole] : View.RetentionBy.FirstOrDefault(by => by.Attribute == Filter.Attribute)?.Curves.FirstOrDefault(IsAsked) is { } curve
                ? [new(Words.ShortGroup(Filter.Attribute, curve.Group!), curve), whole]
                : new[] { whole };
            return RetentionChart.Of(Words, "stays", Words["evaluation.stays"], curves, View.Weeks, Words[Filter is not null && curves.Length == 1 ? "evaluation.stays.whole-only" : "evaluation.stays.note"]);
        }
    }

    public Picture Stages => Bars("stages", "stage", View.Stages, Words.Get("evaluation.stages.note", ("needed", View.ModulesNeeded)));

    public Picture Voices => Bars("voices", "voice", View.Voices, Words["evaluation.voices.note"]);

    public Picture Reading => LevelChart.Of(
        Words,
        "reading",
        Words["evaluation.reading"],
        [.. Levels.Select(level => Words[$"evaluation.reading.{level}"])],
        [.. View.Reading.Index().Select(week => LevelRows.Of(Words, Words.Week(View.Weeks[week.Index]), week.Item, Filter, Levels, level => Words[$"evaluation.reading.{level}"]))],
        Words["evaluation.reading.note"]);

    /// <summary>How far the groups of each attribute came: completed, or how many are on their way as long as nobody has.</summary>
    public IEnumerable<Picture> ByAttribute =>
        from table in View.Stages.By
        let outcome = View.Stages.Outcomes[^1].Size > 0 ? View.Stages.Outcomes.Length - 1 : View.Stages.Outcomes.Length - 2
        let rows = table.Rows.Select(row => new BarRow(Words.ShortGroup(table.Attribute, row.Group), row.Shares[outcome])).ToList()
        where rows.Any(row => row.Share is not null)
        select BarChart.Of(
            Words,
            $"stage-by-{table.Attribute}",
            Words.Get("evaluation.by", ("what", Words.Outcome("stage", View.Stages.Outcomes[outcome])), ("attribute", Words.Attribute(table.Attribute))),
            rows);

    /// <summary>A small curve for each group of each attribute.</summary>
    public IEnumerable<Picture> CurvesByAttribute =>
        View.RetentionBy.Select(table => RetentionChart.Of(
            Words,
            $"stays-by-{table.Attribute}",
            Words.Get("evaluation.by", ("what", Words["evaluation.stays"]), ("attribute", Words.Attribute(table.Attribute))),
            [.. table.Curves.Select(curve => new NamedCurve(Words.ShortGroup(table.Attribute, curve.Group!), curve))],
            View.Weeks,
            Words["evaluation.stays.groups"],
            hasBand: false));

    /// <summary>All of them, in the order of the page.</summary>
    public IEnumerable<Picture> All => [Stays, Stages, Reading, Voices, .. Filter is null ? CurvesByAttribute.Concat(ByAttribute) : []];

    private static readonly string[] Levels = ["not-read", "read", "completed"];

    private bool IsAsked(CurveView curve) => curve.Group!.Values.Contains(Filter!.Value, StringComparer.Ordinal);

    private Picture Bars(string key, string name, FigureView figure, string note)
    {
        var row = figure.Row(Filter?.Attribute, Filter?.Value);
        return BarChart.Of(
            Words,
            key,
            Words[$"evaluation.{key}"],
            [.. figure.Outcomes.Select((outcome, index) => new BarRow(Words.Outcome(name, outcome), row?.Shares[index])).Reverse()],
            note);
    }
}
