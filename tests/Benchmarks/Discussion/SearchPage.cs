using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Discussion;

/// <summary>Search through its page in a cohort of 50,000 posts in 25 threads: the first search of a server, and searches after it.</summary>
public static class SearchPage
{
    private const int Threads = 25;
    private const int Posts = 2_000;
    private const int AtOnce = 64;
    private const int Rounds = 50;

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("search-page-").FullName;
        try
        {
            await using (await PilotProcess.DemoAsync("--data", data))
            {
            }

            await FillAsync(data);
            await using var pilot = await PilotProcess.DemoAsync("--data", data);
            using var amina = await Reader.SignInAsync(pilot, "amina");
            var first = await amina.TakeAsync(Path("library"));
            List<string> lines =
            [
                "| search through the page, 50,000 posts | p50 ms | worst of 50, ms |",
                "|---|---:|---:|",
                string.Create(CultureInfo.InvariantCulture, $"| the first of all, which may find the index being filled | {first:F0} | |"),
            ];
            foreach (var (what, words) in new[] { ("a word of every post", "library"), ("a word of few", "1234th"), ("two words", "spring pictures"), ("two letters", "li"), ("a word that is not there", "zebra") })
            {
                var taken = await amina.TakeAsync(Path(words), Rounds);
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {what} | {taken[Rounds / 2]:F1} | {taken[^1]:F1} |"));
            }

            return [.. lines];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static string Path(string words) => $"/c/spring/search?q={Uri.EscapeDataString(words)}";

    private static async Task FillAsync(string data)
    {
        await using var silo = await TalkSilo.StartAsync(data);
        var people = (await silo.Grains.Cohort("spring").Roster()).Select(member => member.Learner).ToArray();
        for (var thread = 0; thread < Threads; thread++)
        {
            var id = await silo.BeginAsync("spring", people[thread % people.Length], week: (thread % 4) + 1);
            foreach (var part in Enumerable.Range(1, Posts - 1).Chunk(AtOnce))
            {
                await Task.WhenAll(part.Select(number => silo.PostAsync("spring", id, people[number % people.Length], number)));
            }
        }
    }
}
