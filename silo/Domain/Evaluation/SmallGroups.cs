namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// Nobody is to be recognised in a figure, so no group of fewer than five people is counted anywhere, nor can be found by
/// subtracting what is counted. The rules, in the order in which they apply:
/// people are sorted by one thing at a time, and what would be a group under five stands together with its neighbour (<see cref="Sorting"/>);
/// attributes are offered only as far as no mixture of them singles out anybody (<see cref="Breakdowns"/>);
/// in a table of an attribute by an outcome so many cells are left out that each of them could hold five or more (<see cref="CrossTable"/>);
/// and a group is looked into further only if it is itself shown.
/// Outcomes that contain each other, as "started" contains "finished", have to be one outcome with steps: their difference is a group too.
/// </summary>
public static class SmallGroups
{
    /// <summary>The smallest group that is shown.</summary>
    public const int Least = 5;

    /// <summary>Nobody is no group; one to four are too small a one.</summary>
    public static bool IsTooSmall(int size) => size is > 0 and < Least;
}
