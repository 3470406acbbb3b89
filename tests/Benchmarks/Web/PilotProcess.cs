using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>A server in a process of its own: the pilot as it is shipped, or this program as the bare one beside it.</summary>
internal sealed class PilotProcess : IAsyncDisposable
{
    private readonly Process process;

    private PilotProcess(Process process, Uri address, TimeSpan untilFirstPage)
    {
        this.process = process;
        Address = address;
        UntilFirstPage = untilFirstPage;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to the end of the first page that it answered.</summary>
    public TimeSpan UntilFirstPage { get; }

    /// <summary>Resident memory in bytes.</summary>
    public long ResidentMemory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>What the process has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the pilot's demo, Release build, and waits for its first page.</summary>
    public static Task<PilotProcess> DemoAsync(params string[] more) => StartAsync(WebProgram(), port => ["--demo", "--urls", $"http://127.0.0.1:{port}", .. more]);

    /// <summary>Starts the pilot on a folder, Release build, and waits for its first page.</summary>
    public static Task<PilotProcess> PilotAsync(string data) =>
        StartAsync(WebProgram(), port => ["--data", data, "--urls", $"http://127.0.0.1:{port}"]);

    /// <summary>Starts a Kestrel that answers every request with so many bytes.</summary>
    public static Task<PilotProcess> BareAsync(int bytes) =>
        StartAsync(typeof(PilotProcess).Assembly.Location, port => ["bare", port.ToString(System.Globalization.CultureInfo.InvariantCulture), bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

    /// <summary>Starts this program as the server of that name.</summary>
    public static Task<PilotProcess> OwnAsync(string server) =>
        StartAsync(typeof(PilotProcess).Assembly.Location, port => [server, port.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static string WebProgram()
    {
        var program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Web/release/CohortCourses.Web.dll"));
        return File.Exists(program) ? program : throw new FileNotFoundException("Build the web first: dotnet build web -c Release", program);
    }

    private static async Task<PilotProcess> StartAsync(string program, Func<int, string[]> arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [program, .. arguments(port)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var clock = Stopwatch.StartNew();
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, line) =>
        {
            if (!string.IsNullOrEmpty(line.Data))
            {
                Console.Error.WriteLine(line.Data);
            }
        };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        var address = new Uri($"http://127.0.0.1:{port}/");
        using var client = new HttpClient();
        while (!await AnswersAsync(client, address))
        {
            if (started.HasExited)
            {
                throw new InvalidOperationException($"{program} ended with exit code {started.ExitCode}.");
            }

            await Task.Delay(5);
        }

        return new(started, address, clock.Elapsed);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address)
    {
        try
        {
            using var response = await client.GetAsync(address);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
