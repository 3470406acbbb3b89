using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CohortCourses.Web.Startup;

/// <summary><c>version</c>: what runs here.</summary>
internal static class VersionCommand
{
    public static string Version { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static Command Create()
    {
        var command = new Command("version", "Says which version this is.");
        command.SetAction(_ => Console.Out.WriteLine($"CohortCourses {Version} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"));
        return command;
    }
}
