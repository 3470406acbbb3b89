namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>The week page of a signed-in learner against a bare Kestrel that writes as many bytes, in turns.</summary>
public static class WeekPage
{
    /// <summary>Runs for about forty seconds and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("week-page-").FullName;
        try
        {
            await using var pilot = await ServedPilot.StartAsync(data, "amina");
            return await PageAgainstBare.RunAsync("week page", pilot, "/c/spring/week/4");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
