using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>How long each group stayed, in steps so large that the table of groups by steps shows every cell; or the table, where no such steps exist.</summary>
/// <param name="Table">Groups by what became of people until when.</param>
/// <param name="Curves">One for each group, in their order; none where the table hides something.</param>
public sealed record RetentionByGroup(CrossTable Table, ImmutableArray<Retention> Curves)
{
    /// <summary>Null where not even the whole has a curve that is shown.</summary>
    public static RetentionByGroup? Of(Sorting attribute, IReadOnlyList<Followed> people)
    {
        ImmutableArray<int> ends = [.. Retention.Of(people).InLargeSteps().Steps.Select(step => step.Week)];
        if (ends.IsEmpty)
        {
            return null;
        }

        while (true)
        {
            var (outcome, fates) = Sort(people, ends);
            var table = CrossTable.Of(attribute, outcome);
            var rows = Enumerable.Range(0, attribute.Groups.Length);
            var hides = rows.Any(row => fates.Any(fate => table.Cell(row, fate.Column) is null));
            if (!hides)
            {
                return new(table, [.. rows.Select(row => Curve(table, row, fates))]);
            }

            if (ends.Length == 1)
            {
                return new(table, []);
            }

            ends = Fewer(ends);
        }
    }

    /// <summary>Every other end, and always the last.</summary>
    private static ImmutableArray<int> Fewer(ImmutableArray<int> ends) => [.. ends.Where((_, index) => (ends.Length - 1 - index) % 2 == 0)];

    private static (Sorting Outcome, ImmutableArray<(int End, bool Left, int Column)> Fates) Sort(IReadOnlyList<Followed> people, ImmutableArray<int> ends)
    {
        var names = ends.SelectMany(end => new[] { Name(end, true), Name(end, false) }).ToArray();
        var outcome = Sorting.Unordered("retention", names, people.Select(person => Name(ends.First(end => end >= person.Weeks), person.Fate == Fate.Left)));
        return (outcome, [.. ends.SelectMany((end, index) => new[] { (end, true, 2 * index), (end, false, (2 * index) + 1) })]);
    }

    private static Retention Curve(CrossTable table, int row, ImmutableArray<(int End, bool Left, int Column)> fates) => Retention.OfCounts(
        from fate in fates
        group fate by fate.End into end
        let left = table.Cell(row, end.Single(fate => fate.Left).Column)!.Value
        let unknown = table.Cell(row, end.Single(fate => !fate.Left).Column)!.Value
        where left + unknown > 0
        select (end.Key, left, unknown));

    private static string Name(int end, bool left) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(left ? "left" : "here")}-{end}");
}
