using System.CommandLine;
using CohortCourses.Contracts;
using CohortCourses.Hosting;

namespace CohortCourses.Web.Startup;

/// <summary>The grains of a data folder for the time of one command. The folder must not be served meanwhile; a copy of it may be read instead.</summary>
internal static class CommandSilo
{
    /// <param name="writes">Whether the command changes something, so that a copy would not do.</param>
    public static async Task<int> RunAsync(ParseResult parsed, Func<IGrainFactory, Task<int>> command, CancellationToken cancellation, bool writes = false)
    {
        var data = parsed.GetValue(CommonOptions.Data) ?? CommonOptions.DefaultData;
        if (!Directory.Exists(data))
        {
            throw new Complaint($"There is no data folder {Path.GetFullPath(data)}. Name it with --data.");
        }

        try
        {
            return await WithSiloAsync(data, command, cancellation);
        }
        catch (Exception error) when (DataCommands.IsInUse(error))
        {
            throw new Complaint(writes
                ? $"A server works on {Path.GetFullPath(data)}. Stop it first."
                : $"A server works on {Path.GetFullPath(data)}. Its pages and its API offer the same; or take a copy while it works, and name the copy: backup COPY --data {data}, restore COPY --data OTHER, and this command with --data OTHER.");
        }
    }

    private static async Task<int> WithSiloAsync(string data, Func<IGrainFactory, Task<int>> command, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSilo(new SiloOptions { DataFolder = data });
        using var host = builder.Build();
        await host.StartAsync(cancellation);
        try
        {
            return await command(host.Services.GetRequiredService<IGrainFactory>());
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }
}
