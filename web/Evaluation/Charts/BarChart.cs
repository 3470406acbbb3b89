using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation.Charts;

/// <summary>A bar for each row with its interval; the label above it, so that long ones have room on a phone.</summary>
internal static class BarChart
{
    private const int Width = 360;
    private const int RowHeight = 46;
    private const int LongestLabel = 40;

    public static Picture Of(Words words, string key, string title, IReadOnlyList<BarRow> rows, string? note = null)
    {
        var shown = rows.Where(row => row.Share is not null).MaxBy(row => row.Share!.Share);
        var summary = shown is null ? words["evaluation.nothing-apart"] : words.Get("evaluation.bars.summary", ("label", shown.Label), ("share", words.WithInterval(shown.Share!)), ("count", words.Number(shown.Share!.N)));
        var drawing = new Drawing(key, Width, (rows.Count * RowHeight) + 4, title, summary, words.IsRightToLeft());
        foreach (var (index, row) in rows.Index())
        {
            var top = index * RowHeight;
            drawing.BeginMark(words.Get("evaluation.tip", ("label", row.Label), ("said", row.Share is null ? words["evaluation.not-shown"] : words.WithCount(row.Share))));
            drawing.Field(top, RowHeight);
            drawing.Text(0, top + 14, row.Label.Short(LongestLabel), "start", "strong");
            if (row.Share is not { } share)
            {
                drawing.Track(0, top + 21, Width, 14);
                drawing.Text(Width, top + 14, words["evaluation.not-shown"], "end");
                drawing.EndMark();
                continue;
            }

            drawing.Text(Width, top + 14, words.Get("evaluation.share-of", ("share", words.Percent(share.Share)), ("count", words.Number(share.N))), "end");
            drawing.Track(0, top + 21, Width, 14);
            drawing.Bar(0, top + 21, Width * share.Share, 14, 3);
            drawing.Whisker(Width * share.Low, Width * share.High, top + 28);
            drawing.EndMark();
        }

        return new(key, title, summary, shown is null ? null : drawing.Done(), Table(words, rows), note);
    }

    private static PictureTable Table(Words words, IReadOnlyList<BarRow> rows) => new(
        [words["evaluation.column.group"], words["evaluation.column.n"], words["evaluation.column.count"], words["evaluation.column.share"]],
        [.. rows.Select(IReadOnlyList<string> (row) => row.Share is { } share
            ? [row.Label, words.Number(share.N), words.Number(share.Count), words.WithInterval(share)]
            : [row.Label, "", "", words["evaluation.not-shown"]])]);
}
