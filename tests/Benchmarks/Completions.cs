using System.Diagnostics;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Courses;
using CohortCourses.Contracts.Learners;
using CohortCourses.Hosting;
using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Benchmarks;

/// <summary>Durable completion marks through the grains against the raw store writing documents of the same size, in turns.</summary>
public static class Completions
{
    private const int Learners = 1_000;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <summary>Runs for about half a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("completions-").FullName;
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddSilo(new() { DataFolder = folder });
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var store = host.Services.GetRequiredService<IDocumentStore>();
        var learners = await EnrolAsync(grains);
        var body = (await store.ReadAsync("learner", "learner-0"))!.Body;
        List<string> lines = [$"Documents of {body.Length} bytes, {Learners} learners.", "", "| callers | marks/s | p99 | processor time | raw store/s | p99 | processor time | ratio |", "|---:|---:|---:|---:|---:|---:|---:|---:|"];
        var tags = new string?[Learners];
        foreach (var callers in new[] { 1, 16, 64 })
        {
            var marks = await CrowdAsync(callers, async (learner, turn) =>
            {
                await (turn % 2 == 0 ? learners[learner].Complete("bench", 1) : learners[learner].Reopen("bench", 1));
            });
            var raw = await CrowdAsync(callers, async (learner, _) => tags[learner] = await store.WriteAsync("bench", $"b-{learner}", body, tags[learner]));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {callers} | {marks.Rate:N0} | {marks.P99:F1} ms | {marks.Work:F1} µs | {raw.Rate:N0} | {raw.P99:F1} ms | {raw.Work:F1} µs | {marks.Rate / raw.Rate:F2} |"));
        }

        await host.StopAsync();
        Directory.Delete(folder, recursive: true);
        return [.. lines];
    }

    private static async Task<ILearnerGrain[]> EnrolAsync(IGrainFactory grains)
    {
        await grains.Course("bench").Publish(new CourseOutline("1", ["a", "b", "c", "d", "e", "f", "g", "h"], [], 6));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await grains.Cohort("bench").Create(new NewCohort("bench", "Bench", today, TimeOnly.MinValue, "Etc/UTC", Learners));
        ILearnerGrain[] learners = [.. Enumerable.Range(0, Learners).Select(number => grains.Learner($"learner-{number}"))];
        foreach (var (number, learner) in learners.Index())
        {
            await learner.Register(new("en", "Etc/UTC"));
            var joined = await learner.Join(new("bench", $"Learner {number}", CohortRole.Participant, null));
            if (!joined.Accepted)
            {
                throw new InvalidOperationException(joined.Code);
            }
        }

        return learners;
    }

    private static async Task<(double Rate, double P99, double Work)> CrowdAsync(int callers, Func<int, int, Task> act)
    {
        var before = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var taken = new List<double>();
            var mine = Enumerable.Range(0, Learners).Where(learner => learner % callers == caller).ToArray();
            for (var turn = 0; clock.Elapsed < Length; turn++)
            {
                foreach (var learner in mine)
                {
                    var start = Stopwatch.GetTimestamp();
                    await act(learner, turn);
                    taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    if (clock.Elapsed >= Length)
                    {
                        break;
                    }
                }
            }

            return taken;
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        var work = Environment.CpuUsage.TotalTime - before;
        var all = times.SelectMany(taken => taken).Order().ToArray();
        return (all.Length / seconds, all[(int)(all.Length * .99)], work.TotalMicroseconds / all.Length);
    }
}
