using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation.Charts;

/// <summary>Bars parted into levels, from the least to the most, with a key of what the fills mean.</summary>
internal static class LevelChart
{
    private const int Width = 360;
    private const int RowHeight = 46;
    private const int KeyHeight = 20;
    private const int LongestLabel = 44;

    /// <param name="levels">What they are called, in order.</param>
    public static Picture Of(Words words, string key, string title, IReadOnlyList<string> levels, IReadOnlyList<LevelRow> rows, string? note = null)
    {
        var summary = Summary(words, levels, rows);
        var drawing = new Drawing(key, Width, (levels.Count * KeyHeight) + (rows.Count * RowHeight) + 6, title, summary, words.IsRightToLeft());
        foreach (var (index, level) in levels.Index())
        {
            drawing.Bar(0, (index * KeyHeight) + 3, 24, 13, Drawing.Tone(index, levels.Count));
            drawing.Text(32, (index * KeyHeight) + 14, level.Short(LongestLabel));
        }

        foreach (var (index, row) in rows.Index())
        {
            Row(words, drawing, (levels.Count * KeyHeight) + (index * RowHeight), levels, row);
        }

        return new(key, title, summary, rows.All(row => row.Shares.All(share => share is null)) ? null : drawing.Done(), Table(words, levels, rows), note);
    }

    private static void Row(Words words, Drawing drawing, double top, IReadOnlyList<string> levels, LevelRow row)
    {
        drawing.Text(0, top + 17, row.Label.Short(LongestLabel), "start", "strong");
        if (row.N is { } n)
        {
            drawing.Text(Width, top + 17, words.Of(n), "end");
        }

        if (row.Shares.All(share => share is null))
        {
            drawing.Track(0, top + 23, Width, 18);
            drawing.Text(Width / 2.0, top + 36.5, words["evaluation.not-shown"], "middle");
            return;
        }

        drawing.Track(0, top + 23, Width, 18);
        var x = 0.0;
        foreach (var (level, share) in row.Shares.Index())
        {
            // Where some levels are not shown, the others keep their lengths and stand side by side: the bar ends before its track does.
            var length = Width * (share?.Share ?? 0);
            if (share is not null)
            {
                var tone = Drawing.Tone(level, row.Shares.Count);
                drawing.BeginMark(words.Get("evaluation.tip.of", ("row", row.Label), ("label", levels[level]), ("said", words.WithCount(share))));
                drawing.Bar(x, top + 23, length, 18, tone);
                if (length > 34 && tone is 4 or 3)
                {
                    drawing.Text(x + (length / 2), top + 36.5, words.Percent(share.Share), "middle", tone == 4 ? "inside" : "on-light");
                }

                drawing.EndMark();
            }

            x += length;
        }
    }

    private static string Summary(Words words, IReadOnlyList<string> levels, IReadOnlyList<LevelRow> rows)
    {
        if (rows.LastOrDefault(row => row.Shares.Any(share => share is not null)) is not { } last)
        {
            return words["evaluation.nothing-apart"];
        }

        var parts = last.Shares.Select((share, index) => share is null ? null : words.Get("evaluation.level-share", ("label", levels[index]), ("share", words.Percent(share.Share)))).OfType<string>();
        return words.Get("evaluation.levels.summary", ("label", last.Label), ("count", words.Number(last.N ?? 0)), ("shares", string.Join(words["list.separator"], parts)));
    }

    private static PictureTable Table(Words words, IReadOnlyList<string> levels, IReadOnlyList<LevelRow> rows) => new(
        [words["evaluation.column.group"], words["evaluation.column.n"], .. levels],
        [.. rows.Select(IReadOnlyList<string> (row) => [row.Label, row.N is { } n ? words.Number(n) : "", .. row.Shares.Select(share => share is null ? words["evaluation.not-shown"] : words.WithInterval(share))])]);
}
