using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// Who stands in rows that leave the server: only those who agreed. Everyone is counted in totals, and a total less the rows speaks of those
/// who are missing. So where one to four did not agree, as many others are left out as make them five, always the same.
/// </summary>
public static class ResearchRows
{
    /// <param name="people">Whether each agreed, and a lot that does not change and says nothing about them.</param>
    /// <returns>For each of them whether they stand in rows.</returns>
    public static ImmutableArray<bool> Of(IReadOnlyList<(bool Agrees, string Lot)> people)
    {
        var missing = people.Count(person => !person.Agrees);
        var leftOut = SmallGroups.IsTooSmall(missing) ? SmallGroups.Least - missing : 0;
        var drawn = people.Index().Where(person => person.Item.Agrees).OrderBy(person => person.Item.Lot, StringComparer.Ordinal).Take(leftOut).Select(person => person.Index).ToHashSet();
        return [.. people.Select((person, index) => person.Agrees && !drawn.Contains(index))];
    }
}
