using System.Globalization;

namespace CohortCourses.Tests.Benchmarks.Web;

/// <summary>The week page of a signed-in learner against a bare Kestrel that writes as many bytes, in turns.</summary>
public static class WeekPage
{
    private const int Rounds = 5;
    private const int Connections = 32;

    /// <summary>Until the runtime has compiled the hot paths for good.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <summary>Runs for about forty seconds and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        await using var pilot = await PilotProcess.DemoAsync();
        var page = new Uri(pilot.Address, "/c/spring/week/4");
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

        var best = rounds.OrderBy(round => round.Page / round.Bare).ElementAt(Rounds / 2);
        return
        [
            "| week page, signed in | bytes | pages/s | bare Kestrel/s | ratio (median of 5) | range |",
            "|---|---:|---:|---:|---:|---|",
            string.Create(CultureInfo.InvariantCulture, $"| 32 connections | {bytes:N0} | {best.Page:N0} | {best.Bare:N0} | {best.Page / best.Bare:F2} | {rounds.Min(round => round.Page / round.Bare):F2} to {rounds.Max(round => round.Page / round.Bare):F2} |"),
        ];
    }
}
