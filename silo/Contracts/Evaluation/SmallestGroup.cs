namespace CohortCourses.Contracts.Evaluation;

/// <summary>How many people make a group that is told, for whoever sorts people beyond the grains: in pages, files and exports.</summary>
public static class SmallestGroup
{
    /// <summary>Fewer are told nowhere.</summary>
    public const int Size = 5;
}
