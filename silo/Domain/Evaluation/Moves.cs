using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>What somebody can work out who saw the same answers counted twice, before and after more came.</summary>
internal static class Moves
{
    /// <summary>So many more or fewer that they would be a group under five.</summary>
    public static bool IsFew(int change) => SmallGroups.IsTooSmall(Math.Abs(change));

    /// <summary>
    /// Whether no small group follows: one counting tells apart what the other does, or more, and whatever both tell apart moved by five or
    /// more, or not at all. Groups that cut across each other would leave odd pieces.
    /// </summary>
    public static bool AreSafe(ImmutableArray<Group> before, ImmutableArray<Group> after)
    {
        var wholes = AreMadeOf(before, after) ? before : AreMadeOf(after, before) ? after : [];
        return !wholes.IsEmpty && !wholes.Any(whole => IsFew(Size(after, whole) - Size(before, whole))) && !IsFew(after.Sum(group => group.Size) - before.Sum(group => group.Size));
    }

    private static bool AreMadeOf(ImmutableArray<Group> wholes, ImmutableArray<Group> parts) => parts.All(part => wholes.Any(whole => Holds(whole, part)));

    private static bool Holds(Group whole, Group part) => part.Values.All(value => whole.Values.Contains(value, StringComparer.Ordinal));

    private static int Size(ImmutableArray<Group> parts, Group whole) => parts.Where(part => Holds(whole, part)).Sum(part => part.Size);
}
