using System.Diagnostics;

namespace CohortCourses.Tests.Storage.Crashes;

/// <summary>Another process on a data folder, killed at the end where it still runs.</summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process process;

    private OtherProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        process = Process.Start(start)!;
    }

    public int Id => process.Id;

    public Stream Output => process.StandardOutput.BaseStream;

    public static OtherProcess Start(params string[] arguments) => new(new(DotNet, [Program, .. arguments]));

    /// <summary>Runs shell commands with rights over mounts of their own; <c>$store</c> is the program's command line.</summary>
    public static OtherProcess StartWithMounts(string folder, string script)
    {
        var start = new ProcessStartInfo("unshare", ["-rm", "sh", "-ec", script]);
        start.Environment["store"] = $"{DotNet} {Program}";
        start.Environment["folder"] = folder;
        return new(start);
    }

    /// <summary>Whether this machine lets us mount a small disk.</summary>
    public static async Task<bool> CanMount()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            using var folder = new TemporaryFolder();
            using var attempt = StartWithMounts(folder.FullPath, "mount -t tmpfs -o size=64k none $folder");
            await attempt.process.WaitForExitAsync();
            return attempt.process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public Task<string?> ReadLine(CancellationToken token) => InTime(process.StandardOutput.ReadLineAsync(token).AsTask(), "to say something");

    public Task<string> ReadToEnd(CancellationToken token) => InTime(process.StandardOutput.ReadToEndAsync(token), "to end");

    /// <summary>The process has no say in this: SIGKILL, or its like on Windows.</summary>
    public void Kill() => process.Kill();

    public Task Exit(CancellationToken token) => process.WaitForExitAsync(token);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private async Task<T> InTime<T>(Task<T> answer, string what)
    {
        try
        {
            return await answer.WaitAsync(TimeSpan.FromMinutes(2));
        }
        catch (TimeoutException error)
        {
            throw new TimeoutException($"Waited two minutes for `{string.Join(' ', process.StartInfo.ArgumentList)}` {what}.", error);
        }
    }

    private static string DotNet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    private static string Program => Path.Combine(AppContext.BaseDirectory, "CohortCourses.Tests.StoreProcess.dll");
}
