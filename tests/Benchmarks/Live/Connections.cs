using System.Globalization;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Live;

/// <summary>What a connected reader costs in memory, against a bare SignalR hub that gets the same requests: 2,000 of them, fresh servers in turns.</summary>
public static class Connections
{
    private const int Readers = 2000;
    private const int Rounds = 3;

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var (ours, bare) = (new List<Memory>(), new List<Memory>());
        for (var round = 0; round < Rounds; round++)
        {
            string cookie;
            await using (var pilot = await PilotProcess.OwnAsync("pilot-with-door"))
            {
                cookie = await DemoSession.CookieAsync(pilot.Address, "amina");
                ours.Add(await EachAsync(pilot.Address, cookie, [("Look", [PilotWithDoor.Cohort, "discussion", true]), ("Watch", [PilotWithDoor.Cohort, null, null])]));
            }

            await using (var hub = await PilotProcess.OwnAsync("bare-hub"))
            {
                bare.Add(await EachAsync(hub.Address, cookie, [("Join", [])]));
            }
        }

        var (mine, theirs) = (Median(ours), Median(bare));
        return
        [
            $"| memory per connection, {Readers:N0} of them (median of {Rounds}) | resident | managed |",
            "|---|---:|---:|",
            Row("a reader of a cohort", mine),
            Row("bare SignalR", theirs),
            string.Create(CultureInfo.InvariantCulture, $"| ratio | {(double)mine.Resident / theirs.Resident:F2} | {(double)mine.Heap / theirs.Heap:F2} |"),
        ];
    }

    /// <summary>A few come and go first, so that what all share is there.</summary>
    private static async Task<Memory> EachAsync(Uri server, string? cookie, (string Method, object?[] Arguments)[] calls)
    {
        await using (await HubClients.ConnectAsync(server, cookie, Readers / 10, calls))
        {
        }

        var before = await Memory.OfAsync(server);
        await using var clients = await HubClients.ConnectAsync(server, cookie, Readers, calls);
        var after = await Memory.OfAsync(server);
        return new((after.Heap - before.Heap) / Readers, (after.Resident - before.Resident) / Readers);
    }

    private static Memory Median(List<Memory> rounds) =>
        new(rounds.Select(round => round.Heap).Order().ElementAt(Rounds / 2), rounds.Select(round => round.Resident).Order().ElementAt(Rounds / 2));

    private static string Row(string name, Memory each) => string.Create(CultureInfo.InvariantCulture, $"| {name} | {each.Resident / 1024.0:F1} kB | {each.Heap / 1024.0:F1} kB |");
}
