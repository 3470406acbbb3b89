namespace CohortCourses.Web.Evaluation;

/// <summary>How many people make a group that is told, where pages and files sort people themselves. The grains hold to the same number.</summary>
internal static class SmallestGroup
{
    public const int Size = 5;
}
