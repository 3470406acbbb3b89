using System.CommandLine;
using CohortCourses.Web.Demo;
using CohortCourses.Web.Health;

namespace CohortCourses.Web.Startup;

/// <summary>What happens without a subcommand: the pilot is served until it is told to stop.</summary>
internal static class ServeCommand
{
    public static RootCommand Create()
    {
        var demo = new Option<bool>("--demo") { Description = "Serve a made-up pilot to look at, with people to be and a clock to move, on this computer only." };
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen, several with ';' between them.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? Addresses.Default,
            HelpName = "URLS",
        };
        var root = new RootCommand("CohortCourses delivers an eight-week course to a cohort. Without a command it serves.") { demo, CommonOptions.Data, CommonOptions.Content, urls };
        root.SetAction((parsed, stop) => Commands.Explained(
            () => RunAsync(parsed.GetValue(CommonOptions.Data), parsed.GetValue(CommonOptions.Content), parsed.GetValue(urls)!, parsed.GetValue(demo), stop),
            parsed.GetValue(urls)!));
        return root;
    }

    private static async Task<int> RunAsync(string? data, string? content, string urls, bool demo, CancellationToken stop)
    {
        Addresses.Parse(urls);
        var courses = ContentFolder.Need(content);
        if (demo)
        {
            Addresses.CheckLoopback(urls);
            using var folder = DemoFolder.Take(data);
            return await ServeAsync(new() { Content = courses, Data = folder.FullPath, Urls = urls, Demo = true }, folder.IsTemporary, stop);
        }

        DemoFolder.Refuse(data ?? CommonOptions.DefaultData);
        return await ServeAsync(new() { Content = courses, Data = Path.GetFullPath(data ?? CommonOptions.DefaultData), Urls = urls }, isTemporary: false, stop);
    }

    private static async Task<int> ServeAsync(ServeOptions options, bool isTemporary, CancellationToken stop)
    {
        await using var app = PilotServer.Create(options);
        await app.StartAsync(stop);
        await Console.Out.WriteLineAsync(await Welcome.TextAsync(app.Services, options, app.Urls.First().TrimEnd('/'), isTemporary));
        await using var resting = RestingMemory.Begin();
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
