using System.Diagnostics;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Hosting;
using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Benchmarks.Discussion;

/// <summary>A silo on a data folder of its own, and people who post in it.</summary>
internal sealed class TalkSilo : IAsyncDisposable
{
    public const string Cohort = "bench";

    private readonly IHost host;
    private readonly string? folder;

    private TalkSilo(IHost host, string? folder) => (this.host, this.folder) = (host, folder);

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <param name="data">A folder that stays; null for one that goes.</param>
    public static async Task<TalkSilo> StartAsync(string? data = null)
    {
        var path = data ?? Directory.CreateTempSubdirectory("posts-").FullName;
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddSilo(new() { DataFolder = path });
        var silo = builder.Build();
        await silo.StartAsync();
        return new(silo, data is null ? path : null);
    }

    public IDocumentStore Store => host.Services.GetRequiredService<IDocumentStore>();

    public static string NewId() => Guid.CreateVersion7().ToString();

    /// <summary>Begins a thread and puts it on the list of its week.</summary>
    public async Task<string> BeginAsync(string cohort, string by, int week = 1)
    {
        var thread = NewId();
        await Grains.Thread(cohort, thread).Start(new(thread, week, "Who has tried this?", ThreadKind.Talk, Audience.Cohort, new(thread, Text(0))), new(by, IsTeam: true, IsStaff: false));
        await Grains.Discussion(cohort, week).Add(thread);
        return thread;
    }

    /// <summary>Posts, and answers with how long it took until it was durable, in milliseconds.</summary>
    public async Task<double> PostAsync(string cohort, string thread, string by, int number)
    {
        var start = Stopwatch.GetTimestamp();
        var reply = await Grains.Thread(cohort, thread).Post(new(NewId(), Text(number)), new(by, IsTeam: true, IsStaff: false));
        return reply.Outcome.Accepted ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException(reply.Outcome.Code);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Some sixty words with a little Markdown.</summary>
    private static string Text(int number) =>
        $"We tried **that** in spring, for the {number}th time. " + string.Concat(Enumerable.Repeat("The library said yes once they had seen the list of pictures. ", 5)) + "\n\n- ask early\n- write it down";
}
