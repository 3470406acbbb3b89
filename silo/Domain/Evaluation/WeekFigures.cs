using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>Not read, read, completed in one week, among those who are not shown to have left before.</summary>
internal static class WeekFigures
{
    private static readonly ImmutableArray<string> Names = CohortFigures.WeekNames;

    /// <param name="completion">The figure of who completed the course, if that takes every week: then it is contained in each.</param>
    public static ShownFigure Of(IReadOnlyList<Participant> people, int week, Leaving whole, ImmutableArray<(Sorting Attribute, Leaving Leaving)> views, ShownFigure? completion)
    {
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"week-{week}");
        var among = Among(people, whole, week);
        var outcome = Sorting.Ordered(name, Names, among.Select(person => Names[(int)people[person].Weeks[week - 1]]));
        if (completion is not null && GivesAway(Completed(outcome.Groups), Completed(completion.Outcomes)))
        {
            outcome = outcome.Together(group => group >= outcome.Groups.Length - 2);
        }

        if (!outcome.TellsApart)
        {
            return new(name, among.Length, [], []);
        }

        var place = Names.Select(value => outcome.Groups.Index().First(group => group.Item.Values.Contains(value)).Index).ToImmutableArray();
        return new(name, among.Length, outcome.Groups, [.. views.Select(view => Table(view.Attribute, view.Leaving)).OfType<ShownTable>()]);

        ShownTable? Table(Sorting attribute, Leaving leaving)
        {
            var members = Among(people, leaving, week);
            var table = ShownTable.Of(attribute.Of(members), outcome.Groups.Length, members.Select(person => place[(int)people[person].Weeks[week - 1]]));
            return table is null || (completion is not null && GivesAway(table, outcome, completion)) ? null : table;
        }
    }

    private static ImmutableArray<int> Among(IReadOnlyList<Participant> people, Leaving leaving, int week) =>
        [.. Enumerable.Range(0, people.Count).Where(person => !leaving.IsGone(person, week))];

    private static int? Completed(ImmutableArray<Group> groups) => groups.FirstOrDefault(group => group.Values is [var only] && only == Names[2])?.Size;

    private static bool GivesAway(int? week, int? course) => SmallGroups.IsTooSmall(week - course ?? 0);

    /// <summary>The whole table goes then: one row could be found from the others.</summary>
    private static bool GivesAway(ShownTable table, Sorting outcome, ShownFigure completion)
    {
        var course = completion.By.FirstOrDefault(other => other.Attribute == table.Attribute);
        return course is not null && Completed(outcome.Groups) is not null && table.Rows.Zip(course.Rows)
            .Any(rows => rows.First.Shares[^1] is { } week && rows.Second.Shares[^1] is { } whole && SmallGroups.IsTooSmall(week.Count - whole.Count));
    }
}
