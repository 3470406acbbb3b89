namespace CohortCourses.Web.Startup;

/// <summary>The command line.</summary>
public static class Commands
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = PilotServer.Create(new() { Content = ContentFolder.Find() ?? throw new DirectoryNotFoundException("There is no folder content/ here."), Demo = args.Contains("--demo") });
        await app.RunAsync();
        return 0;
    }
}
