using System.Globalization;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Live;

/// <summary>One post to 2,000 connected readers until the last has it, against a bare SignalR hub that sends as many bytes to as many, in turns.</summary>
public static class FanOut
{
    private const int Readers = 2000;
    private const int WarmUps = 20;
    private const int Rounds = 100;

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        await using var pilot = await PilotProcess.OwnAsync("pilot-with-door");
        await using var bare = await PilotProcess.OwnAsync("bare-hub");
        using var writer = new HttpClient { BaseAddress = pilot.Address };
        await PostAsync(writer, "/post");
        await using var ours = await HubClients.ConnectAsync(
            pilot.Address, await DemoSession.CookieAsync(pilot.Address, "amina"), Readers,
            ("Look", [PilotWithDoor.Cohort, PilotWithDoor.Thread, true]), ("Watch", [PilotWithDoor.Cohort, null, null]));
        await using var theirs = await HubClients.ConnectAsync(bare.Address, null, Readers, ("Join", []));
        using var sender = new HttpClient { BaseAddress = bare.Address };

        var rounds = new List<(double Ours, double Theirs)>();
        var bytes = 0;
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var our = await ours.UntilTheLastHasAsync("postAdded", () => PostAsync(writer, "/post"));
            var overhead = bytes == 0 ? 0 : theirs.Length - bytes;
            bytes = ours.Length - overhead;
            var their = await theirs.UntilTheLastHasAsync("news", () => PostAsync(sender, $"/send?bytes={bytes}"));
            if (round >= 0)
            {
                rounds.Add((our.TotalMilliseconds, their.TotalMilliseconds));
            }
        }

        var (mine, bares) = (Sorted(rounds.Select(round => round.Ours)), Sorted(rounds.Select(round => round.Theirs)));
        return
        [
            $"| one message to {Readers:N0} readers | bytes | median of the last reader | p90 | p99 |",
            "|---|---:|---:|---:|---:|",
            Row("a post, from the request to the last reader", ours.Length, mine),
            Row("bare SignalR, the same", theirs.Length, bares),
            string.Create(CultureInfo.InvariantCulture, $"| ratio of the medians | | {mine[Rounds / 2] / bares[Rounds / 2]:F2} | | |"),
        ];
    }

    private static async Task PostAsync(HttpClient client, string path)
    {
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content: null);
        response.EnsureSuccessStatusCode();
    }

    private static double[] Sorted(IEnumerable<double> times) => [.. times.Order()];

    private static string Row(string name, int bytes, double[] times) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {bytes:N0} | {times[Rounds / 2]:F1} ms | {times[Rounds * 9 / 10]:F1} ms | {times[Rounds * 99 / 100]:F1} ms |");
}
