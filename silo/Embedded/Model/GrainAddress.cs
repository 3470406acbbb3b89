namespace CohortCourses.Embedded;

public static class GrainAddress
{
    /// <summary>The key of a grain, asked of the grain itself or of a reference to it.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain switch
    {
        Grain self => self.GrainContext.GrainId.Key,
        GrainReference { Grain: { } id } => id.Key,
        _ => throw new ArgumentException("Only a grain or a reference to one has a key.", nameof(grain)),
    };
}
