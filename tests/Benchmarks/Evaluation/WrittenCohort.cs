using System.Globalization;
using System.Text;
using CohortCourses.Storage;

namespace CohortCourses.Tests.Benchmarks.Evaluation;

/// <summary>A large cohort, put into the store as it would lie there: a roster that grows one by one would be written as often as it has people.</summary>
internal static class WrittenCohort
{
    private const int AtOnce = 64;

    private static readonly string[] Zones = ["Africa/Dakar", "Asia/Tokyo", "Europe/Prague", "America/Bogota"];
    private static readonly string[] Tracks = ["nascent", "emerging", "expanding", "elevated"];

    /// <summary>The learner id of one of its people, counted from 0.</summary>
    public static string Id(string cohort, int number) => string.Create(CultureInfo.InvariantCulture, $"{cohort}-{number}");

    /// <param name="weeks">How many were open so far; the course has eight.</param>
    /// <param name="began">The day before the first.</param>
    public static async Task PutAsync(IDocumentStore store, string cohort, int participants, int weeks, DateTimeOffset began)
    {
        var members = string.Join(',', Enumerable.Range(0, participants).Select(number => string.Create(CultureInfo.InvariantCulture, $"\"{Id(cohort, number)}|p|{Tracks[number % 7 % 4]}|mark-{number}|{began.ToUnixTimeSeconds()}\"")));
        var weekIds = string.Join(',', Enumerable.Range(1, 8).Select(week => $"\"week-{week}\""));
        await WriteAsync(store, "cohort", cohort, string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"course":"building-partnerships","name":"Crowd","weekIds":[{{weekIds}}],"modules":6,"tracks":["nascent","emerging","expanding","elevated"],"firstDay":"{{began.AddDays(1):yyyy-MM-dd}}","releaseTime":"09:00:00","zone":"Etc/UTC","zoneData":"","seats":{{participants + 10}},"createdAt":"{{began:O}}","members":[{{members}}]}"""));
        foreach (var part in Enumerable.Range(0, participants).Chunk(AtOnce))
        {
            await Task.WhenAll(part.Select(number => WriteAsync(store, "learner", Id(cohort, number), Learner(cohort, number, weeks, began))));
        }
    }

    /// <summary>Some leave after each week, most complete what they read.</summary>
    private static string Learner(string cohort, int number, int open, DateTimeOffset began)
    {
        var stays = number % 10 < 6 ? open : (number / 10 % open) + 1;
        var weeks = string.Join(',', Enumerable.Range(1, stays).Select(week => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"number":{{week}},"openedAt":"{{began.AddDays((7 * week) - 3):O}}",{{((number + week) % 5 == 0 ? "" : $"\"completedAt\":\"{began.AddDays((7 * week) - 2):O}\",")}}"extensionDays":0}""")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"since":"{{{began:O}}}","language":"{{{(number % 3 == 0 ? "fr" : "en")}}}","zone":"{{{Zones[number % 9 % 4]}}}","mail":false,"digest":"Weekly","enrolments":{"{{{cohort}}}":{"handle":"Person {{{number}}}","joinedAt":"{{{began:O}}}","weeks":[{{{weeks}}}] } } }""");
    }

    private static Task WriteAsync(IDocumentStore store, string kind, string key, string body) =>
        store.WriteAsync(kind, key, Encoding.UTF8.GetBytes($$"""{"doc":"{{kind}}","v":1,"is":{{body}}}"""), etag: null);
}
