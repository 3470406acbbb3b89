using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation.Charts;

/// <summary>Steps with a band. Of several curves each has dashes of its own and a line in the key; then only the first of a group against everyone has the band.</summary>
internal static class RetentionChart
{
    private const int Width = 360;
    private const int Height = 225;
    private const int KeyHeight = 20;
    private const int LongestLabel = 30;
    private const double Left = 46;
    private const double Right = 326;
    private const double Top = 26;
    private const double Bottom = 186;

    /// <param name="weeks">The numbers of the weeks that have opened.</param>
    public static Picture Of(Words words, string key, string title, IReadOnlyList<NamedCurve> curves, IReadOnlyList<int> weeks, string note, bool hasBand = true)
    {
        var below = curves.Count > 1 ? curves.Count * KeyHeight : 0;
        var last = Math.Max(weeks.Count == 0 ? 1 : weeks[^1], 1);
        var end = curves[0].Curve.Steps is [.., var final] ? final : null;
        var summary = end is null
            ? words["evaluation.curve.none"]
            : words.Get("evaluation.curve.summary", ("share", words.WithInterval(Share(end, curves[0].Curve.N))), ("week", words.Week(end.Week)), ("count", words.Number(curves[0].Curve.N)));
        var drawing = new Drawing(key, Width, Height + below, title, summary, words.IsRightToLeft());
        foreach (var level in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            drawing.Rule(Left, Y(level), Right, Y(level));
            drawing.Text(Left - 6, Y(level) + 4, words.Percent(level), "end");
        }

        var every = last > 10 ? 2 : 1;
        for (var week = 0; week <= last; week += every)
        {
            drawing.Text(X(week, last), Bottom + 20, week.ToString(words.Culture), "middle");
        }

        drawing.Text((Left + Right) / 2, Bottom + 36, words["evaluation.axis.weeks"], "middle");
        foreach (var (index, curve) in curves.Index())
        {
            var steps = curve.Curve.Steps;
            if (steps.IsEmpty)
            {
                continue;
            }

            if (curves.Count > 1)
            {
                var line = Height + (index * KeyHeight);
                drawing.Curve([(0, line + 3), (32, line + 3)], index);
                drawing.Text(40, line + 8, curve.Label.Short(LongestLabel));
                drawing.Text(Width, line + 8, words.Get("evaluation.share-of", ("share", words.Percent(steps.IsEmpty ? 1 : steps[^1].Share)), ("count", words.Number(curve.Curve.N))), "end");
            }

            drawing.BeginCurve(index, curve.Label);
            if (index == 0 && hasBand)
            {
                drawing.Area([.. Stairs(steps, last, step => step.High, after: 1), .. Stairs(steps, last, step => step.Low, after: 1).Reverse()]);
            }

            drawing.Curve(Stairs(steps, last, step => step.Share, after: 1), index);
            foreach (var step in steps)
            {
                drawing.BeginMark(words.Get("evaluation.tip.of", ("row", curve.Label), ("label", words.Week(step.Week)), ("said", words.WithCount(Share(step, curve.Curve.N)))));
                drawing.Spot(X(step.Week, last), Y(step.Share));
                drawing.EndMark();
            }

            drawing.EndCurve();
            if (curves.Count == 1)
            {
                drawing.Text(Right + 4, Y(steps[^1].Share) + 4, words.Percent(steps[^1].Share), "start", "strong");
            }
        }

        return new(key, title, summary, end is null ? null : drawing.Done(), Table(words, curves), note);

        static double X(double week, int last) => Left + ((Right - Left) * week / last);
        static IEnumerable<(double, double)> Stairs(IReadOnlyList<StepView> steps, int last, Func<StepView, double> level, double after)
        {
            var before = after;
            yield return (X(0, last), Y(before));
            foreach (var step in steps)
            {
                yield return (X(step.Week, last), Y(before));
                before = level(step);
                yield return (X(step.Week, last), Y(before));
            }

            yield return (X(last, last), Y(before));
        }
    }

    private static PictureTable Table(Words words, IReadOnlyList<NamedCurve> curves) => new(
        [words["evaluation.column.group"], words["evaluation.column.until"], words["evaluation.column.at-risk"], words["evaluation.column.left"], words["evaluation.column.stayed"]],
        [
            .. from curve in curves
               from step in curve.Curve.Steps
               select (IReadOnlyList<string>)[curve.Label, words.Week(step.Week), words.Number(step.AtRisk), words.Number(step.Left), words.WithInterval(Share(step, curve.Curve.N))],
        ]);

    private static ShareView Share(StepView step, int n) => new(step.AtRisk - step.Left, n, step.Share, step.Low, step.High);

    private static double Y(double share) => Bottom - ((Bottom - Top) * share);
}
