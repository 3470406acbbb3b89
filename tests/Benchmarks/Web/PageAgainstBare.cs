using System.Globalization;

namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>
/// A page of a signed-in learner against a bare Kestrel that writes as many bytes, in turns: by pages a second, which whatever else runs
/// disturbs, and by the least processor time of a request, which it does less.
/// </summary>
internal static class PageAgainstBare
{
    private const int Rounds = 5;
    private const int Connections = 32;

    /// <summary>Until the runtime has compiled the hot paths for good.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <summary>Runs for about forty seconds and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync(string what, ServedPilot served, string path)
    {
        var (pilot, cookie) = (served.Process, served.Cookie);
        var page = new Uri(pilot.Address, path);
        var bytes = await DemoSession.BytesAsync(page, cookie);
        await using var bare = await PilotProcess.BareAsync(bytes);

        await LoadClient.RequestsPerSecondAsync(page, cookie, Connections, WarmUp);
        await LoadClient.RequestsPerSecondAsync(bare.Address, null, Connections, Length);
        var rounds = new List<(Pace Page, Pace Bare)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add((await PaceAsync(pilot, page, cookie), await PaceAsync(bare, bare.Address, null)));
        }

        var median = rounds.OrderBy(Ratio).ElementAt(Rounds / 2);
        var (pageTime, bareTime) = (rounds.Min(round => round.Page.ProcessorTime), rounds.Min(round => round.Bare.ProcessorTime));
        return
        [
            $"| {what}, signed in | bytes | pages/s | bare Kestrel/s | ratio (median of 5) | range | least processor time of a page | of a bare answer | times |",
            "|---|---:|---:|---:|---:|---|---:|---:|---:|",
            string.Create(CultureInfo.InvariantCulture, $"| 32 connections | {bytes:N0} | {median.Page.PerSecond:N0} | {median.Bare.PerSecond:N0} | {Ratio(median):F2} | {rounds.Min(Ratio):F2} to {rounds.Max(Ratio):F2} | {pageTime:F1} µs | {bareTime:F1} µs | {pageTime / bareTime:F1} |"),
        ];
    }

    private static double Ratio((Pace Page, Pace Bare) round) => round.Page.PerSecond / round.Bare.PerSecond;

    private static async Task<Pace> PaceAsync(PilotProcess server, Uri address, string? cookie)
    {
        var before = server.ProcessorTime;
        var perSecond = await LoadClient.RequestsPerSecondAsync(address, cookie, Connections, Length);
        return new(perSecond, (server.ProcessorTime - before).TotalMicroseconds / (perSecond * Length.TotalSeconds));
    }

    /// <param name="ProcessorTime">Of one request, in microseconds.</param>
    private readonly record struct Pace(double PerSecond, double ProcessorTime);
}
