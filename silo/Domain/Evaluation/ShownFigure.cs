using System.Collections.Immutable;
using System.Globalization;

namespace CohortCourses.Domain.Evaluation;

/// <summary>One group of an attribute and its shares of an outcome.</summary>
/// <param name="Shares">In the order of the outcome's groups; null where that is not shown.</param>
public sealed record ShownRow(Group Group, ImmutableArray<Proportion?> Shares);

/// <summary>An outcome by one attribute.</summary>
public sealed record ShownTable(string Attribute, ImmutableArray<ShownRow> Rows)
{
    internal static ShownTable Of(CrossTable table) => new(
        table.Rows.Name,
        [.. table.Rows.Groups.Select((group, row) => new ShownRow(group, [.. table.Columns.Groups.Select((_, column) => table.Share(row, column))]))]);

    /// <summary>
    /// Some people by an attribute and by an outcome whose values stand together as they do elsewhere, so that the two cannot be subtracted
    /// from each other; null if more of them would have to.
    /// </summary>
    /// <param name="column">For each person its place among so many columns.</param>
    internal static ShownTable? Of(Sorting attribute, int columns, IEnumerable<int> column)
    {
        var outcome = Sorting.Ordered("", [.. Enumerable.Range(0, columns).Select(Name)], column.Select(Name));
        return outcome.Groups.Length == columns ? Of(CrossTable.Of(attribute, outcome)) : null;
    }

    private static string Name(int column) => column.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What is shown of one outcome, and nothing else.</summary>
/// <param name="N">How many people it is about.</param>
/// <param name="Outcomes">In their order; none where nothing is told apart.</param>
public sealed record ShownFigure(string Name, int N, ImmutableArray<Group> Outcomes, ImmutableArray<ShownTable> By)
{
    public Proportion Share(int outcome) => new(Outcomes[outcome].Size, N);

    public static ShownFigure Of(Figure figure) => figure.IsShown
        ? new(figure.Whole.Name, figure.Whole.N, figure.Whole.Groups, [.. figure.Tables.Select(ShownTable.Of)])
        : new(figure.Whole.Name, figure.Whole.N, [], []);
}
