using CohortCourses.Web.People;

namespace CohortCourses.Web.Startup;

/// <summary>The command line.</summary>
public static class Commands
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = PilotServer.Create(new() { Content = ContentFolder.Find() ?? throw new DirectoryNotFoundException("There is no folder content/ here."), Demo = args.Contains("--demo") });
        await app.StartAsync();
        if (await SetupLink.CreateAsync(app.Services.GetRequiredService<IGrainFactory>(), app.Services.GetRequiredService<TimeProvider>()) is { } setup)
        {
            Console.WriteLine($"There is no organiser yet. Make the account here, within a day: {app.Urls.First()}{setup}");
        }

        await app.WaitForShutdownAsync();
        return 0;
    }
}
