namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>The week page of a signed-in learner against a bare Kestrel that writes as many bytes, in turns.</summary>
public static class WeekPage
{
    /// <summary>Runs for about forty seconds and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        await using var pilot = await PilotProcess.DemoAsync();
        return await PageAgainstBare.RunAsync("week page", pilot, "/c/spring/week/4");
    }
}
