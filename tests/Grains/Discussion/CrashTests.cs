using System.Diagnostics;
using System.Globalization;
using System.Text;
using CohortCourses.Contracts;
using CohortCourses.Tests.TalkProcess;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Discussion;

/// <summary>A real process that is killed while 64 people post.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 3;
    private const int PostsBeforeAKill = 2_000;

    [Fact]
    public async Task EveryAcknowledgedPost_IsThereOnce_AndTheListsAgree_AfterTheServerWasKilled()
    {
        var folder = Directory.CreateTempSubdirectory("cohort-courses-talk-");
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 1; round <= Kills; round++)
        {
            await PostUntilKilled(folder.FullName, round, acknowledged);
            await Compare(folder.FullName, acknowledged);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"crash test: {Kills} kills, {acknowledged.Count} posts acknowledged, 0 lost, 0 twice"));
        folder.Delete(recursive: true);
    }

    private static async Task PostUntilKilled(string folder, int round, HashSet<string> acknowledged)
    {
        using var server = Process.Start(new ProcessStartInfo("dotnet", [typeof(Talkers).Assembly.Location, "talk", folder, round.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var report = new byte[Talkers.Report];
        for (var count = 1; await server.StandardOutput.BaseStream.ReadAtLeastAsync(report, report.Length, throwOnEndOfStream: false, TestContext.Current.CancellationToken) == report.Length; count++)
        {
            Assert.True(acknowledged.Add(Encoding.ASCII.GetString(report, 0, report.Length - 1)));
            if (count == PostsBeforeAKill)
            {
                server.Kill();
            }
        }

        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Compare(string folder, HashSet<string> acknowledged)
    {
        using var host = Talkers.Open(folder);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var listed = await grains.Discussion(Talkers.Cohort, 1).List();
        var stored = new List<string>();
        foreach (var thread in listed)
        {
            var numbers = new List<int>();
            for (var from = 1; await grains.Thread(Talkers.Cohort, thread.Thread).Read(from, 200, Talk.Everyone) is { Posts: { IsEmpty: false } posts }; from += 200)
            {
                numbers.AddRange(posts.Select(post => post.Number));
                stored.AddRange(posts.Select(post => post.Id));
            }

            Assert.Equal(Enumerable.Range(1, thread.Posts), numbers);
        }

        Assert.Equal(Talkers.Threads, listed.Length);
        Assert.Distinct(stored);
        Assert.Empty(acknowledged.Except(stored));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }
}
