namespace CohortCourses.Tests.Grains.Pilots;

internal static class Faults
{
    /// <summary>Checks that the disk's failure reaches the caller: as it is, or inside one that says which storage it was.</summary>
    public static async Task Reach(Func<Task> call)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(call);
        Assert.IsType<IOException>(failure is IOException ? failure : failure.InnerException);
    }
}
