using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using CohortCourses.Web.Startup;

namespace CohortCourses.Tests.Web.Startup;

/// <summary>The built program as a process of its own, as somebody types it.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly Task<string> errors;
    private readonly Task reading;

    private ProgramProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    /// <summary>The courses of this repository.</summary>
    public static string Content { get; } = ContentFolder.Find()!;

    public static ProgramProcess Start(string folder, params IEnumerable<string> arguments) => Start(folder, new Dictionary<string, string>(), arguments);

    /// <param name="settings">What the environment says, such as <c>Mail__Server</c>.</param>
    public static ProgramProcess Start(string folder, IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Commands).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        await using var program = Start(folder, arguments);
        return await program.EndAsync();
    }

    /// <summary>Reads on to a line that begins so, and returns it whole.</summary>
    public async Task<string> LineAsync(string beginning)
    {
        using var patience = new CancellationTokenSource(Patience);
        var seen = new List<string>();
        while (await lines.Reader.WaitToReadAsync(patience.Token))
        {
            var line = await lines.Reader.ReadAsync(patience.Token);
            seen.Add(line);
            if (line.TrimStart().StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"No line begins with '{beginning}':\n{string.Join('\n', seen)}\n{await errors}");
    }

    /// <summary>The address that it printed.</summary>
    public async Task<Uri> AddressAsync() => new((await LineAsync("The demo is at")).Split(' ')[^1]);

    /// <summary>Asks it to stop, as Ctrl+C and service managers do.</summary>
    public async Task<(int Code, string Output, string Errors)> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await EndAsync();
    }

    /// <summary>Ends it at once, without a chance to finish anything.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private async Task<(int Code, string Output, string Errors)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        await reading;
        var output = new List<string>();
        while (lines.Reader.TryRead(out var line))
        {
            output.Add(line);
        }

        return (process.ExitCode, string.Join('\n', output), await errors);
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Writer.TryWrite(line);
        }

        lines.Writer.Complete();
    }
}
