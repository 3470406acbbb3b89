using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Evaluation.Charts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>Bars of levels from figures, where values may stand together.</summary>
internal static class LevelRows
{
    /// <param name="levels">The values, in the order of the bar; others are left out of it and stand in the table only.</param>
    /// <param name="nameOf">What a value is called.</param>
    public static LevelRow Of(Words words, string label, FigureView figure, FilterView? filter, IReadOnlyList<string> levels, Func<string, string> nameOf)
    {
        var row = figure.Row(filter?.Attribute, filter?.Value);
        var shares = new ShareView?[levels.Count];
        foreach (var (index, outcome) in figure.Outcomes.Index())
        {
            // Values that stand together are one part of the bar, in the place of the first of them that has one.
            if (levels.Index().Where(level => outcome.Values.Contains(level.Item, StringComparer.Ordinal)).Select(level => (int?)level.Index).FirstOrDefault() is { } place)
            {
                shares[place] = row?.Shares[index];
            }
        }

        var together = figure.Outcomes.Where(outcome => outcome.Values.Length > 1).Select(outcome => string.Join(words["evaluation.together.separator"], outcome.Values.Select(nameOf))).ToList();
        return new(
            together.Count == 0 || row is null ? label : words.Get("evaluation.row-together", ("label", label), ("values", string.Join(words["list.separator"], together))),
            row?.Group.Size ?? (filter is null ? figure.N : null),
            shares);
    }
}
