using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>How someone's time in the course ended, as far as anyone knows.</summary>
public enum Fate
{
    /// <summary>Left: the course lost them in that week.</summary>
    Left,

    /// <summary>Still here when the figures were made, or at the end: what comes after nobody knows.</summary>
    Here,

    /// <summary>Paused and not yet back: they may come back, so they count until the pause began and not after.</summary>
    Paused,
}

/// <summary>One participant, followed from the start.</summary>
/// <param name="Weeks">How many weeks: from 0, with the week in which they left or were last known to be here.</param>
public sealed record Followed(int Weeks, Fate Fate);

/// <summary>A week in which the number of those who were followed changed.</summary>
/// <param name="AtRisk">Still followed when the week began.</param>
/// <param name="Left">Left in it.</param>
/// <param name="Unknown">Followed no longer than this week.</param>
/// <param name="Share">The share that stayed beyond this week.</param>
public sealed record RetentionStep(int Week, int AtRisk, int Left, int Unknown, double Share, Interval Interval);

/// <summary>Which share stayed how long: the estimate of Kaplan and Meier (1958), which uses everyone for as long as they are known.</summary>
public sealed record Retention(int N, ImmutableArray<RetentionStep> Steps)
{
    /// <summary>The week by which half have left; none while more than half are here.</summary>
    public int? MedianWeek => Steps.FirstOrDefault(step => step.Share <= 0.5)?.Week;

    /// <summary>The share that stayed beyond a week: 1 before anyone left.</summary>
    public double ShareAfter(int week) => Steps.LastOrDefault(step => step.Week <= week)?.Share ?? 1;

    public static Retention Of(IEnumerable<Followed> people) => OfCounts(
        from person in people
        group person by person.Weeks into week
        select (week.Key, week.Count(person => person.Fate == Fate.Left), week.Count(person => person.Fate != Fate.Left)));

    /// <summary>From counts: in each week so many left, and so many were followed no longer.</summary>
    public static Retention OfCounts(IEnumerable<(int Week, int Left, int Unknown)> weeks)
    {
        ImmutableArray<(int Week, int Left, int Unknown)> inOrder = [.. weeks.OrderBy(week => week.Week)];
        var n = inOrder.Sum(week => week.Left + week.Unknown);
        var (atRisk, share, greenwood) = (n, 1.0, 0.0);
        var steps = ImmutableArray.CreateBuilder<RetentionStep>(inOrder.Length);
        foreach (var (week, left, unknown) in inOrder)
        {
            share *= 1 - ((double)left / atRisk);
            greenwood += left == atRisk ? 0 : (double)left / ((double)atRisk * (atRisk - left));
            steps.Add(new(week, atRisk, left, unknown, share, Around(share, greenwood, atRisk)));
            atRisk -= left + unknown;
        }

        return new(n, steps.MoveToImmutable());
    }

    /// <summary>
    /// The curve as it may be shown: weeks stand together until five or more left in them, or nobody, and as many are no longer followed.
    /// It is computed from those counts alone. No step at all while fewer than five have left, or all but so few.
    /// </summary>
    public Retention InLargeSteps()
    {
        var shown = new List<(int Week, int Left, int Unknown)>();
        var (left, unknown) = (0, 0);
        var (leftAfter, unknownAfter) = (Steps.Sum(step => step.Left), Steps.Sum(step => step.Unknown));
        foreach (var step in Steps)
        {
            (left, unknown) = (left + step.Left, unknown + step.Unknown);
            (leftAfter, unknownAfter) = (leftAfter - step.Left, unknownAfter - step.Unknown);
            if (!new[] { left, unknown, leftAfter, unknownAfter }.Any(SmallGroups.IsTooSmall))
            {
                shown.Add((step.Week, left, unknown));
                (left, unknown) = (0, 0);
            }
        }

        return OfCounts(shown) with { N = N };
    }

    /// <summary>
    /// Greenwood's error on the scale log(-log), which keeps the ends within 0 and 1. Where the curve is 1 or 0 that error does not
    /// exist; Wilson's interval for those still followed stands in, since nobody having left is no proof that nobody will.
    /// </summary>
    private static Interval Around(double share, double greenwood, int atRisk)
    {
        if (share is 0 or 1)
        {
            return new Proportion(share == 1 ? atRisk : 0, atRisk).Interval!;
        }

        var factor = Math.Exp(Confidence.Z * Math.Sqrt(greenwood) / Math.Abs(Math.Log(share)));
        return new(Math.Pow(share, factor), Math.Pow(share, 1 / factor));
    }

}
