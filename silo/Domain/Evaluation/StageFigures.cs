using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>Left, here, completed: with the curve's own numbers of those who left.</summary>
internal static class StageFigures
{
    private const string Name = "stage";

    private static readonly ImmutableArray<string> Names = CohortFigures.StageNames;

    public static ShownFigure Of(
        IReadOnlyList<Participant> people, ImmutableArray<Followed> followed, Leaving whole, ImmutableArray<(Sorting Attribute, Leaving Leaving)> views)
    {
        if (!whole.IsShown)
        {
            var outcome = Sorting.Ordered(Name, Names, people.Select((person, index) => person.Complete && followed[index].Fate != Fate.Left ? Names[2] : followed[index].Fate == Fate.Left ? Names[0] : Names[1]));
            return ShownFigure.Of(Figure.Of(new([.. views.Select(view => view.Attribute)], []), outcome));
        }

        ImmutableArray<int> staying = [.. Enumerable.Range(0, people.Count).Where(whole.Stays)];
        var completion = Sorting.Ordered(Name, [Names[1], Names[2]], staying.Select(person => people[person].Complete ? Names[2] : Names[1]));
        var left = people.Index().Count(person => whole.HasLeft(person.Index));
        var away = people.Count - left - staying.Length;
        ImmutableArray<Group> outcomes = [new([Names[0]], left), .. completion.Groups.Select((group, column) => column == 0 ? group with { Size = group.Size + away } : group)];
        return new(Name, people.Count, outcomes, [.. views.Select(view => Table(view.Attribute, view.Leaving, people, completion)).OfType<ShownTable>()]);
    }

    private static ShownTable? Table(Sorting attribute, Leaving leaving, IReadOnlyList<Participant> people, Sorting completion)
    {
        if (!leaving.IsShown)
        {
            return completion.TellsApart ? CompletedAlone(attribute, people) : null;
        }

        ImmutableArray<int> staying = [.. Enumerable.Range(0, people.Count).Where(leaving.Stays)];
        var among = attribute.Of(staying);
        var table = completion.TellsApart ? ShownTable.Of(among, 2, staying.Select(person => people[person].Complete ? 1 : 0)) : null;
        return completion.TellsApart && table is null ? null : new(attribute.Name, [.. attribute.Groups.Select((group, row) =>
        {
            var left = Enumerable.Range(0, people.Count).Count(person => attribute.GroupOf(person) == row && leaving.HasLeft(person));
            var away = group.Size - left - among.Groups[row].Size;
            // Where nothing is told apart among those who stay, all of them are in the same column.
            var rest = completion.Groups.Select((all, column) => table is null ? (all.Size == 0 ? 0 : among.Groups[row].Size) : table.Rows[row].Shares[column]?.Count);
            return new ShownRow(group, [new(left, group.Size), .. rest.Select((count, column) => count is { } known ? new Proportion(known + (column == 0 ? away : 0), group.Size) : null)]);
        })]);
    }

    /// <summary>Who left is not shown by this attribute, so those who left stand with those who are here.</summary>
    private static ShownTable? CompletedAlone(Sorting attribute, IReadOnlyList<Participant> people)
    {
        var table = ShownTable.Of(attribute, 2, people.Select(person => person.Complete ? 1 : 0));
        return table is null ? null : table with { Rows = [.. table.Rows.Select(row => row with { Shares = [null, null, row.Shares[1]] })] };
    }
}
