using System.Diagnostics;

namespace CohortCourses.Tests.Exports.Readers;

/// <summary>A program that nobody here wrote. tests/run installs those that are missing; without them the tests that ask say that they did not run.</summary>
internal static class Tool
{
    public static Task<string> Python(string script, params string[] arguments) =>
        Run("python3", [Path.Combine(AppContext.BaseDirectory, "Readers", script), .. arguments]);

    /// <summary>Converts every sheet of a workbook to a CSV file of its own beside it.</summary>
    public static Task<string> ConvertToCsv(string workbook)
    {
        var folder = Path.GetDirectoryName(workbook)!;
        return Run("soffice",
        [
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", folder, workbook,
        ]);
    }

    private static async Task<string> Run(string name, IEnumerable<string> arguments)
    {
        var path = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{name} is not here: tests/run installs it.");
        using var process = Process.Start(new ProcessStartInfo(path!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return output;
    }
}
