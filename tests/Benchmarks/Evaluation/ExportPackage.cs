using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Evaluation;

/// <summary>The data package of 10,000 participants, eight weeks, twenty questions a week, from a server in a process of its own that was just started, and again.</summary>
public static class ExportPackage
{
    private const int Rounds = 3;

    /// <summary>Runs for about two minutes and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("export-").FullName;
        try
        {
            await using (await PilotProcess.DemoAsync("--data", data))
            {
            }

            await ManyAnswers.Put(data);
            List<string> lines = ["| export of 10,000 × 8 × 20 | seconds | processor seconds of the server | additional resident memory, at most | size |", "|---|---:|---:|---:|---:|"];
            await using var pilot = await PilotProcess.DemoAsync("--data", data);
            using var client = new HttpClient { BaseAddress = pilot.Address, Timeout = TimeSpan.FromMinutes(5) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-omar");
            await Take(pilot, client, "autumn", "package.zip");
            for (var round = 1; round <= Rounds; round++)
            {
                lines.Add(await Row(pilot, client, "package.zip", round == 1 ? "package.zip, nothing in memory" : "package.zip, again"));
            }

            lines.Add(await Row(pilot, client, "responses.csv", "responses.csv"));
            lines.Add(await Row(pilot, client, "project.qdpx", "project.qdpx"));
            lines.Add(await Row(pilot, client, "workbook.xlsx", "workbook.xlsx"));
            return [.. lines];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> Row(PilotProcess pilot, HttpClient client, string file, string name)
    {
        var (before, work) = (pilot.ResidentMemory, pilot.ProcessorTime);
        var (seconds, most, bytes) = await Take(pilot, client, ManyAnswers.Cohort, file);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {seconds:F1} | {(pilot.ProcessorTime - work).TotalSeconds:F1} | {(most - before) / 1048576.0:F0} MB over {before / 1048576.0:F0} MB | {bytes / 1e6:F1} MB |");
    }

    /// <summary>Downloads, and looks at the server's memory all the while.</summary>
    private static async Task<(double Seconds, long Most, long Bytes)> Take(PilotProcess pilot, HttpClient client, string cohort, string file)
    {
        using var stop = new CancellationTokenSource();
        var most = Watch(pilot, stop.Token);
        var began = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync($"api/v1/cohorts/{cohort}/exports/{file}?for=bench", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[128 * 1024];
        var bytes = 0L;
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            bytes += read;
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await stop.CancelAsync();
        return (seconds, await most, bytes);
    }

    private static async Task<long> Watch(PilotProcess pilot, CancellationToken stop)
    {
        var most = 0L;
        while (!stop.IsCancellationRequested)
        {
            most = Math.Max(most, pilot.ResidentMemory);
            await Task.Delay(20, CancellationToken.None);
        }

        return Math.Max(most, pilot.ResidentMemory);
    }
}
