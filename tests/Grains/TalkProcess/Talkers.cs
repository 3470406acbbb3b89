using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.TalkProcess;

/// <summary>Many people post in many threads until the process is killed. Each post that was acknowledged is reported at once, by its id and a line feed.</summary>
public static class Talkers
{
    public const string Cohort = "crash";
    public const int Writers = 64;
    public const int Threads = 50;

    /// <summary>The length of a report: a GUID and a line feed.</summary>
    public const int Report = 37;

    public static string ThreadId(int number) => new Guid(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0).ToString();

    public static IHost Open(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddSilo(new() { DataFolder = folder });
        return builder.Build();
    }

    public static async Task Run(string folder, int round)
    {
        using var host = Open(folder);
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        for (var number = 0; number < Threads; number++)
        {
            var id = ThreadId(number);
            await grains.Thread(Cohort, id).Start(new(id, 1, $"Thread {number}", ThreadKind.Talk, Audience.Cohort, new(id, "Hello")), new("host", IsTeam: true, IsStaff: true));
            await grains.Discussion(Cohort, 1).Add(id);
        }

        await using var output = Console.OpenStandardOutput();
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Talk(grains, round, writer, Acknowledge))));

        void Acknowledge(string post)
        {
            lock (gate)
            {
                output.Write(System.Text.Encoding.ASCII.GetBytes(post + "\n"));
            }
        }
    }

    private static async Task Talk(IGrainFactory grains, int round, int writer, Action<string> acknowledge)
    {
        for (var step = 0; ; step++)
        {
            var post = new Guid(step, (short)round, (short)(0x7000 | writer), 0x80, 0, 0, 0, 0, 0, 0, 1).ToString();
            var thread = grains.Thread(Cohort, ThreadId((writer + step) % Threads));
            var text = string.Create(CultureInfo.InvariantCulture, $"Writer {writer}, step {step}. {new string('x', 40 + (step % 400))}");
            if (await thread.Post(new(post, text), new($"writer-{writer}", IsTeam: true, IsStaff: false)) is { Outcome.Accepted: true })
            {
                acknowledge(post);
            }
        }
    }
}
