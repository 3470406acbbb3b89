using System.Diagnostics;
using System.Globalization;
using CohortCourses.Contracts;

namespace CohortCourses.Tests.Benchmarks.Discussion;

/// <summary>Durable posts in 50 threads by several writers at once.</summary>
public static class Posts
{
    private const int Threads = 50;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    /// <summary>Runs for about twenty seconds and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        List<string> lines = ["| writers | durable posts/s | p50 | p99 | lost |", "|---:|---:|---:|---:|---:|"];
        foreach (var writers in new[] { 1, 16, 64 })
        {
            await using var silo = await TalkSilo.StartAsync();
            var threads = new List<string>();
            while (threads.Count < Threads)
            {
                threads.Add(await silo.BeginAsync(TalkSilo.Cohort, "host"));
            }

            var clock = Stopwatch.StartNew();
            var taken = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
            {
                var times = new List<double>();
                for (var number = 0; clock.Elapsed < Length; number++)
                {
                    times.Add(await silo.PostAsync(TalkSilo.Cohort, threads[(writer + number) % Threads], $"writer-{writer}", number));
                }

                return times;
            })));
            var seconds = clock.Elapsed.TotalSeconds;
            var all = taken.SelectMany(times => times).Order().ToArray();
            var kept = (await silo.Grains.Discussion(TalkSilo.Cohort, 1).List()).Sum(thread => thread.Posts) - Threads;
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {writers} | {all.Length / seconds:N0} | {all[all.Length / 2]:F1} ms | {all[(int)(all.Length * .99)]:F1} ms | {all.Length - kept} |"));
        }

        return [.. lines];
    }
}
