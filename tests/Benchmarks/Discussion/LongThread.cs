using System.Diagnostics;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;

namespace CohortCourses.Tests.Benchmarks.Discussion;

/// <summary>What a post and a page of 50 cost in a thread of 10,000 posts against one of 100, in turns.</summary>
public static class LongThread
{
    private const int Short = 100;
    private const int Long = 10_000;
    private const int Turns = 300;

    private static readonly Viewer Anyone = new("somebody", IsStaff: false);

    /// <summary>Runs for about half a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        await using var silo = await TalkSilo.StartAsync();
        var (few, many) = (await FillAsync(silo, Short), await FillAsync(silo, Long));
        var posts = await CompareAsync((thread, turn) => silo.PostAsync(TalkSilo.Cohort, thread, "writer", turn), few, many);
        var first = await CompareAsync((thread, _) => ReadAsync(silo, thread, 1), few, many);
        var last = await CompareAsync(async (thread, _) => await ReadAsync(silo, thread, (await silo.Grains.Thread(TalkSilo.Cohort, thread).Summary())!.Numbers - 49), few, many);
        return
        [
            "| what | 100 posts | 10,000 posts | ratio |",
            "|---|---:|---:|---:|",
            Line("one durable post, median", posts),
            Line("the first 50 posts, median", first),
            Line("the last 50 posts, median", last),
        ];
    }

    private static async Task<string> FillAsync(TalkSilo silo, int posts)
    {
        var thread = await silo.BeginAsync(TalkSilo.Cohort, "host");
        for (var number = 1; number < posts; number++)
        {
            await silo.PostAsync(TalkSilo.Cohort, thread, $"writer-{number % 50}", number);
        }

        return thread;
    }

    private static async Task<double> ReadAsync(TalkSilo silo, string thread, int from)
    {
        var start = Stopwatch.GetTimestamp();
        await silo.Grains.Thread(TalkSilo.Cohort, thread).Read(from, 50, Anyone);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<(double Few, double Many)> CompareAsync(Func<string, int, Task<double>> act, string few, string many)
    {
        var (inFew, inMany) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            inFew.Add(await act(few, turn));
            inMany.Add(await act(many, turn));
        }

        return (inFew.Order().ElementAt(Turns / 2), inMany.Order().ElementAt(Turns / 2));
    }

    private static string Line(string what, (double Few, double Many) cost) =>
        string.Create(CultureInfo.InvariantCulture, $"| {what} | {cost.Few:F3} ms | {cost.Many:F3} ms | {cost.Many / cost.Few:F2} |");
}
