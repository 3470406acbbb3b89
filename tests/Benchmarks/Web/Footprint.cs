using System.Globalization;

namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>How long the pilot takes to its first page, and what memory it holds when nothing happens.</summary>
public static class Footprint
{
    private const int Starts = 7;

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("footprint-").FullName;
        var (empty, demo) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var start = 0; start < Starts; start++)
        {
            await using var pilot = await PilotProcess.PilotAsync(data);
            empty.Add(pilot.UntilFirstPage);
        }

        for (var start = 0; start < Starts; start++)
        {
            await using var pilot = await PilotProcess.DemoAsync();
            demo.Add(pilot.UntilFirstPage);
        }

        await using var idle = await PilotProcess.DemoAsync();
        await DemoSession.CookieAsync(idle.Address, "amina");
        await Task.Delay(TimeSpan.FromSeconds(20));
        var memory = idle.ResidentMemory;
        Directory.Delete(data, recursive: true);
        return
        [
            "| footprint | median | range |",
            "|---|---:|---|",
            Row("process start to first page, a pilot's folder", empty),
            Row("process start to first page, the demo made anew", demo),
            string.Create(CultureInfo.InvariantCulture, $"| resident memory, demo idle for 20 s | {memory / 1048576.0:F0} MB | |"),
        ];
    }

    private static string Row(string name, List<TimeSpan> times) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {times.Order().ElementAt(Starts / 2).TotalSeconds:F2} s | {times.Min().TotalSeconds:F2} to {times.Max().TotalSeconds:F2} s |");
}
