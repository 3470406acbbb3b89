using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// What rows may say of a person besides what they did. Rows can be crossed, so attributes are taken one after the other, in the order of
/// their importance, and only as finely as every crossing holds five people or more, in rows as among those who stand in none.
/// </summary>
/// <param name="ValueOf">For each person the values of their group, joined by a plus sign.</param>
public sealed record RowAttribute(string Name, ImmutableArray<string> ValueOf);

public static class RowAttributes
{
    /// <param name="offered">As figures may be told apart by them: rows never tell apart what figures do not.</param>
    /// <param name="inRows">For each person whether they stand in rows.</param>
    /// <returns>The attributes that rows may have; the others would single somebody out.</returns>
    public static ImmutableArray<RowAttribute> Of(ImmutableArray<Sorting> offered, IReadOnlyList<bool> inRows)
    {
        var crossing = new int[inRows.Count];
        var taken = ImmutableArray.CreateBuilder<RowAttribute>();
        foreach (var attribute in offered)
        {
            if (Fitting(attribute, crossing, inRows) is { } parts)
            {
                taken.Add(new(attribute.Name, Values(attribute, parts)));
                crossing = [.. crossing.Select((cell, person) => (cell * attribute.Groups.Length) + parts[attribute.GroupOf(person)])];
            }
        }

        return taken.ToImmutable();
    }

    /// <summary>For each group of an attribute the part it stands in; null if there would be one part only.</summary>
    private static int[]? Fitting(Sorting attribute, int[] crossing, IReadOnlyList<bool> inRows)
    {
        int[] parts = [.. Enumerable.Range(0, attribute.Groups.Length)];
        while (parts.Distinct().Count() > 1)
        {
            var people = Enumerable.Range(0, inRows.Count).Select(person => (Person: person, Part: parts[attribute.GroupOf(person)]));
            var flawed = people.CountBy(one => (crossing[one.Person], one.Part, inRows[one.Person]))
                .Where(cell => SmallGroups.IsTooSmall(cell.Value)).OrderBy(cell => cell.Value).ThenBy(cell => cell.Key.Part).Select(cell => (int?)cell.Key.Part).FirstOrDefault();
            if (flawed is not { } small)
            {
                return parts;
            }

            var other = people.Where(one => one.Part != small).CountBy(one => one.Part).OrderBy(part => part.Value).ThenBy(part => part.Key).First().Key;
            parts = [.. parts.Select(part => part == small ? other : part)];
        }

        return null;
    }

    private static ImmutableArray<string> Values(Sorting attribute, int[] parts)
    {
        var names = parts.Index().GroupBy(group => group.Item).ToDictionary(part => part.Key, part =>
            string.Join('+', part.SelectMany(group => attribute.Groups[group.Index].Values).Select(value => value.Length == 0 ? "unknown" : value).Order(StringComparer.Ordinal)));
        return [.. Enumerable.Range(0, attribute.N).Select(person => names[parts[attribute.GroupOf(person)]])];
    }
}
