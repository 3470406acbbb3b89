using System.Globalization;

namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>A page of a signed-in learner against a bare Kestrel that writes as many bytes, in turns.</summary>
internal static class PageAgainstBare
{
    private const int Rounds = 5;
    private const int Connections = 32;

    /// <summary>Until the runtime has compiled the hot paths for good.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <summary>Runs for about forty seconds and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync(string what, PilotProcess pilot, string path)
    {
        var page = new Uri(pilot.Address, path);
        var cookie = await DemoSession.CookieAsync(pilot.Address, "amina");
        var bytes = await DemoSession.BytesAsync(page, cookie);
        await using var bare = await PilotProcess.BareAsync(bytes);

        await LoadClient.RequestsPerSecondAsync(page, cookie, Connections, WarmUp);
        await LoadClient.RequestsPerSecondAsync(bare.Address, null, Connections, Length);
        var rounds = new List<(double Page, double Bare)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add((
                await LoadClient.RequestsPerSecondAsync(page, cookie, Connections, Length),
                await LoadClient.RequestsPerSecondAsync(bare.Address, null, Connections, Length)));
        }

        var median = rounds.OrderBy(round => round.Page / round.Bare).ElementAt(Rounds / 2);
        return
        [
            $"| {what}, signed in | bytes | pages/s | bare Kestrel/s | ratio (median of 5) | range |",
            "|---|---:|---:|---:|---:|---|",
            string.Create(CultureInfo.InvariantCulture, $"| 32 connections | {bytes:N0} | {median.Page:N0} | {median.Bare:N0} | {median.Page / median.Bare:F2} | {rounds.Min(round => round.Page / round.Bare):F2} to {rounds.Max(round => round.Page / round.Bare):F2} |"),
        ];
    }
}
