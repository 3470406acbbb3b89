using System.Diagnostics;
using System.Globalization;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Hosting;
using CohortCourses.Storage;
using CohortCourses.Tests.Benchmarks.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Benchmarks.Evaluation;

/// <summary>The evaluation page of 10,000 participants after eight weeks, from a server in a process of its own: counted for the first time, after a restart, and again.</summary>
public static class EvaluationPage
{
    private const string Cohort = "crowd";
    private const int Participants = 10_000;
    private const int Weeks = 8;
    private const int Rounds = 100;
    private const int AtOnce = 64;

    private static readonly string[] Zones = ["Africa/Dakar", "Asia/Tokyo", "Europe/Prague", "America/Bogota"];
    private static readonly string[] Tracks = ["nascent", "emerging", "expanding", "elevated"];

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("evaluation-").FullName;
        try
        {
            await using (await PilotProcess.DemoAsync("--data", data))
            {
            }

            await PutAsync(data);
            double first;
            await using (var pilot = await PilotProcess.DemoAsync("--data", data))
            {
                using var client = await ClientAsync(pilot);
                first = await TakeAsync(client, Cohort);
            }

            await using var again = await PilotProcess.DemoAsync("--data", data);
            using var reader = await ClientAsync(again);
            await TakeAsync(reader, "spring"); // what any first page of the server costs is not this page's
            var cold = await TakeAsync(reader, Cohort);
            var warm = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                warm.Add(await TakeAsync(reader, Cohort));
            }

            warm.Sort();
            return
            [
                string.Create(CultureInfo.InvariantCulture, $"{Participants:N0} participants, {Weeks} weeks; milliseconds until the whole page was there."),
                "",
                "| page | ms |",
                "|---|---:|",
                Line("counted for the first time ever", first),
                Line("cold: after a restart", cold),
                Line("warm, median of 100, the first of them while everybody is counted again", warm[Rounds / 2]),
                Line("warm, 99th of 100", warm[Rounds - 2]),
            ];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static string Line(string what, double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"| {what} | {milliseconds:F1} |");

    private static async Task<HttpClient> ClientAsync(PilotProcess pilot)
    {
        var client = new HttpClient { BaseAddress = pilot.Address, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Add("Cookie", await DemoSession.CookieAsync(pilot.Address, "omar"));
        return client;
    }

    private static async Task<double> TakeAsync(HttpClient client, string cohort)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync(new Uri($"/c/{cohort}/evaluate", UriKind.Relative));
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Puts everybody into the store as they would lie there: a roster of 10,000 grown one by one would be written 10,000 times.</summary>
    private static async Task PutAsync(string data)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddSilo(new() { DataFolder = data });
        using var silo = builder.Build();
        await silo.StartAsync();
        var began = TimeProvider.System.GetUtcNow().AddDays(-58);
        var store = silo.Services.GetRequiredService<IDocumentStore>();
        var members = string.Join(',', Enumerable.Range(0, Participants).Select(number => string.Create(CultureInfo.InvariantCulture, $"\"{Id(number)}|p|{Tracks[number % 7 % 4]}|mark-{number}|{began.ToUnixTimeSeconds()}\"")));
        var weeks = string.Join(',', Enumerable.Range(1, Weeks).Select(week => $"\"week-{week}\""));
        await WriteAsync(store, "cohort", Cohort, string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"course":"building-partnerships","name":"Crowd","weekIds":[{{weeks}}],"modules":6,"tracks":["nascent","emerging","expanding","elevated"],"firstDay":"{{began.AddDays(1):yyyy-MM-dd}}","releaseTime":"09:00:00","zone":"Etc/UTC","zoneData":"","seats":10000,"createdAt":"{{began:O}}","members":[{{members}}]}"""));
        foreach (var part in Enumerable.Range(0, Participants).Chunk(AtOnce))
        {
            await Task.WhenAll(part.Select(number => WriteAsync(store, "learner", Id(number), Learner(number, began))));
        }

        await silo.Services.GetRequiredService<IGrainFactory>().Catalog().Add(new(Cohort, "building-partnerships"));
        await silo.StopAsync();
    }

    /// <summary>Some leave after each week, most complete what they read.</summary>
    private static string Learner(int number, DateTimeOffset began)
    {
        var stays = number % 10 < 6 ? Weeks : (number / 10 % Weeks) + 1;
        var weeks = string.Join(',', Enumerable.Range(1, stays).Select(week => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"number":{{week}},"openedAt":"{{began.AddDays((7 * week) - 3):O}}",{{((number + week) % 5 == 0 ? "" : $"\"completedAt\":\"{began.AddDays((7 * week) - 2):O}\",")}}"extensionDays":0}""")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"since":"{{{began:O}}}","language":"{{{(number % 3 == 0 ? "fr" : "en")}}}","zone":"{{{Zones[number % 9 % 4]}}}","mail":false,"digest":"Weekly","enrolments":{"{{{Cohort}}}":{"handle":"Person {{{number}}}","joinedAt":"{{{began:O}}}","weeks":[{{{weeks}}}] } } }""");
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"crowd-{number}");

    private static Task WriteAsync(IDocumentStore store, string kind, string key, string body) =>
        store.WriteAsync(kind, key, Encoding.UTF8.GetBytes($$"""{"doc":"{{kind}}","v":1,"is":{{body}}}"""), etag: null);
}
