using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Tests.Benchmarks.Live;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Feedback;

/// <summary>A form pushed to 2,000 connected readers and answered by all of them within 30 seconds, while someone who organises watches the count.</summary>
public static class FormPush
{
    private const int People = 2000;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <summary>Runs for about two minutes and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        await using var pilot = await PilotProcess.OwnAsync("pilot-with-door");
        using var door = new HttpClient { BaseAddress = pilot.Address, Timeout = TimeSpan.FromMinutes(5) };
        using var made = await door.PostAsync(new Uri($"/crowd?people={People}", UriKind.Relative), content: null);
        made.EnsureSuccessStatusCode();
        var tokens = (await made.Content.ReadFromJsonAsync<string[]>())!;
        var organiser = await DemoSession.CookieAsync(pilot.Address, "omar");
        await using var readers = await HubClients.ConnectAsync(pilot.Address, organiser, People - 1, ("Watch", [Crowd.Cohort, null, null]));
        using var counter = await CountWatcher.ConnectAsync(pilot.Address, organiser);
        var lines = new List<string> { "| form, answered by 2,000 in 30 s | pushed to the last reader | answer, median | p99 | slowest | stored | count behind by at most |", "|---|---:|---:|---:|---:|---:|---:|" };
        foreach (var level in Enum.GetValues<FormLevel>())
        {
            lines.Add(await AskAsync(pilot.Address, door, readers, counter, tokens, level));
        }

        return [.. lines];
    }

    private static async Task<string> AskAsync(Uri pilot, HttpClient door, HubClients readers, CountWatcher counter, string[] tokens, FormLevel level)
    {
        var form = "";
        var pushed = await readers.UntilTheLastHasAsync("formOpened", async () =>
        {
            using var response = await door.PostAsync(new Uri($"/push?level={level}", UriKind.Relative), content: null);
            response.EnsureSuccessStatusCode();
            form = await response.Content.ReadAsStringAsync();
        });
        counter.Begin(form);
        var chance = new Random(1);
        var took = await Task.WhenAll(tokens.Select(token => AnswerAsync(pilot, token, form, Window * chance.NextDouble(), counter)));
        await Task.Delay(TimeSpan.FromSeconds(2));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(pilot, $"/api/v1/cohorts/{Crowd.Cohort}/forms/{form}/results")) { Headers = { Authorization = new("Bearer", "demo-omar") } };
        using var results = await door.SendAsync(request);
        var stored = (await results.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("responses").GetInt32();
        var sorted = took.Select(time => time.TotalMilliseconds).Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {level.ToString().ToLowerInvariant()} | {pushed.TotalMilliseconds:F0} ms | {sorted[People / 2]:F1} ms | {sorted[People * 99 / 100]:F1} ms | {sorted[^1]:F0} ms | {stored:N0} | {counter.Behind().TotalMilliseconds:F0} ms |");
    }

    private static async Task<TimeSpan> AnswerAsync(Uri pilot, string token, string form, TimeSpan after, CountWatcher counter)
    {
        await Task.Delay(after);
        using var client = new HttpClient(Connections, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(pilot, $"/api/v1/cohorts/{Crowd.Cohort}/forms/{form}/response"))
        {
            Content = JsonContent.Create(new { ballot = Guid.NewGuid(), answers = new Dictionary<string, string[]> { ["pace"] = ["2"], ["why"] = ["Two evenings were not enough for me this week."] } }),
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        var start = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        counter.Answered();
        return Stopwatch.GetElapsedTime(start);
    }

    private static readonly SocketsHttpHandler Connections = new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
}
