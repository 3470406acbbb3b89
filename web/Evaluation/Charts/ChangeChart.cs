using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation.Charts;

/// <summary>Before and after on one line for each question: an open dot, a filled one, and what lies between.</summary>
internal static class ChangeChart
{
    private const int Width = 360;
    private const int RowHeight = 62;
    private const double Left = 10;
    private const double Right = 350;
    private const int LongestLabel = 48;

    public static Picture Of(Words words, string key, string title, double least, double most, IReadOnlyList<ChangeRow> rows, string? note = null)
    {
        var largest = rows.MaxBy(row => Math.Abs(row.After - row.Before));
        var summary = largest is null ? words["evaluation.not-shown"] : words.Get("evaluation.changes.summary", ("label", largest.Label), ("change", largest.Change), ("count", words.Number(largest.N)));
        var drawing = new Drawing(key, Width, (rows.Count * RowHeight) + 26, title, summary, words.IsRightToLeft());
        drawing.Dot(8, 10, isFilled: false);
        drawing.Text(20, 15, words["evaluation.before"]);
        drawing.Dot(128, 10, isFilled: true);
        drawing.Text(140, 15, words["evaluation.after"]);
        foreach (var (index, row) in rows.Index())
        {
            var top = 26 + (index * RowHeight);
            drawing.BeginMark(words.Get("evaluation.tip.change", ("label", row.Label), ("before", words.Decimal(row.Before)), ("after", words.Decimal(row.After)), ("change", row.Change), ("count", words.Number(row.N))));
            drawing.Field(top, RowHeight);
            drawing.Text(0, top + 14, row.Label.Short(LongestLabel), "start", "strong");
            drawing.Rule(Left, top + 28, Right, top + 28);
            drawing.Rule(X(row.Before), top + 28, X(row.After), top + 28, "whisker");
            drawing.Dot(X(row.Before), top + 28, isFilled: false);
            drawing.Dot(X(row.After), top + 28, isFilled: true);
            drawing.Text(0, top + 50, row.Change);
            drawing.Text(Width, top + 50, words.Of(row.N), "end");
            drawing.EndMark();
        }

        return new(key, title, summary, drawing.Done(), Table(words, rows), note);

        double X(double value) => Left + ((Right - Left) * (value - least) / (most - least));
    }

    private static PictureTable Table(Words words, IReadOnlyList<ChangeRow> rows) => new(
        [words["evaluation.column.question"], words["evaluation.column.n"], words["evaluation.before"], words["evaluation.after"], words["evaluation.column.change"]],
        [.. rows.Select(IReadOnlyList<string> (row) => [row.Label, words.Number(row.N), words.Decimal(row.Before), words.Decimal(row.After), row.Change])]);
}
