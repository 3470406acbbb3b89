using System.Diagnostics;
using System.Globalization;
using CohortCourses.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Benchmarks;

public interface IBenchGrain : IGrainWithStringKey
{
    Task<int> Add(int number);

    Task<int> AddSlowly(int number);

    Task<int> AddElsewhere(IBenchGrain elsewhere, int number);

    [ReadOnly]
    Task<int> Sum();
}

[GrainType("bench")]
public sealed class BenchGrain : Grain, IBenchGrain
{
    private int sum;

    public Task<int> Add(int number) => Task.FromResult(sum += number);

    public async Task<int> AddSlowly(int number)
    {
        await Task.Yield();
        return sum += number;
    }

    public async Task<int> AddElsewhere(IBenchGrain elsewhere, int number) => sum += await elsewhere.Add(number);

    public Task<int> Sum() => Task.FromResult(sum);
}

/// <summary>Grain calls through the runtime that was built, without storage: how many a second, and what each allocates.</summary>
public static class GrainCalls
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <summary>Runs for about twenty seconds and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSilo(new() { MoreGrains = [typeof(GrainCalls).Assembly] });
        using var host = builder.Build();
        await host.StartAsync();
        var factory = host.Services.GetRequiredService<IGrainFactory>();
        IBenchGrain[] grains = [.. Enumerable.Range(0, 1000).Select(number => factory.GetGrain<IBenchGrain>($"bench-{number}"))];
        await Task.WhenAll(grains.Select(grain => grain.Add(0)));
        List<string> lines = ["| call | callers | grains | calls/s | bytes/call |", "|---|---:|---:|---:|---:|"];

        await Crowd(64, 1000, TimeSpan.FromSeconds(1), (grain, _) => grain.Add(1), grains);
        await Line("done at once", 64, 1000, (grain, _) => grain.Add(1));
        await Line("done at once", 1, 1000, (grain, _) => grain.Add(1));
        await Line("done at once, new reference each time", 64, 1000, (_, at) => factory.GetGrain<IBenchGrain>(Keys[at]).Add(1));
        await Line("done at once", 64, 1, (grain, _) => grain.Add(1));
        await Line("read-only, done at once", 64, 1, (grain, _) => grain.Sum());
        await Line("with an await that yields", 64, 1000, (grain, _) => grain.AddSlowly(1));
        await Line("with a call to another grain", 64, 500, (grain, at) => grain.AddElsewhere(grains[500 + at], 1));
        await host.StopAsync();
        return [.. lines];

        async Task Line(string name, int callers, int spread, Func<IBenchGrain, int, Task<int>> call)
        {
            var (rate, bytes) = await Crowd(callers, spread, Length, call, grains);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {callers} | {spread} | {rate:N0} | {bytes:N0} |"));
        }
    }

    private static readonly string[] Keys = [.. Enumerable.Range(0, 1000).Select(number => $"bench-{number}")];

    private static async Task<(double Rate, double Bytes)> Crowd(
        int callers, int spread, TimeSpan length, Func<IBenchGrain, int, Task<int>> call, IBenchGrain[] grains)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var calls = 0L;
            for (var at = caller * 7919 % spread; clock.Elapsed < length;)
            {
                for (var step = 0; step < 64; step++)
                {
                    at = at + 1 < spread ? at + 1 : 0;
                    await call(grains[at], at);
                    calls++;
                }

                await Task.Yield();
            }

            return calls;
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        return (done.Sum() / seconds, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / done.Sum());
    }
}
