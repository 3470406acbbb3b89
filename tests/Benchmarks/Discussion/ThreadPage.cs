using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Discussion;

/// <summary>The page of a thread with 50 posts, signed in, against a bare Kestrel that writes as many bytes, in turns.</summary>
public static class ThreadPage
{
    private const int PostsOnPage = 50;
    private const int Rounds = 5;
    private const int Connections = 32;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("thread-page-").FullName;
        var path = await PrepareAsync(data);
        await using var pilot = await PilotProcess.DemoAsync("--data", data);
        var page = new Uri(pilot.Address, path);
        var cookie = await DemoSession.CookieAsync(pilot.Address, "amina");
        var bytes = await DemoSession.BytesAsync(page, cookie);
        await using var bare = await PilotProcess.BareAsync(bytes);

        await LoadClient.RequestsPerSecondAsync(page, cookie, Connections, WarmUp);
        await LoadClient.RequestsPerSecondAsync(bare.Address, null, Connections, Length);
        var rounds = new List<(double Page, double Bare)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add((
                await LoadClient.RequestsPerSecondAsync(page, cookie, Connections, Length),
                await LoadClient.RequestsPerSecondAsync(bare.Address, null, Connections, Length)));
        }

        var median = rounds.OrderBy(round => round.Page / round.Bare).ElementAt(Rounds / 2);
        return
        [
            "| thread page, 50 posts, signed in | bytes | pages/s | bare Kestrel/s | ratio (median of 5) | range |",
            "|---|---:|---:|---:|---:|---|",
            string.Create(CultureInfo.InvariantCulture, $"| 32 connections | {bytes:N0} | {median.Page:N0} | {median.Bare:N0} | {median.Page / median.Bare:F2} | {rounds.Min(round => round.Page / round.Bare):F2} to {rounds.Max(round => round.Page / round.Bare):F2} |"),
        ];
    }

    /// <summary>Makes the demo's data, stops it, and lets its people talk in a thread of 50 posts.</summary>
    /// <returns>The address of the thread.</returns>
    private static async Task<string> PrepareAsync(string data)
    {
        await using (await PilotProcess.DemoAsync("--data", data))
        {
        }

        await using var silo = await TalkSilo.StartAsync(data);
        var people = (await silo.Grains.Cohort("spring").Roster()).Select(member => member.Learner).ToArray();
        var thread = await silo.BeginAsync("spring", people[0]);
        for (var number = 1; number < PostsOnPage; number++)
        {
            await silo.PostAsync("spring", thread, people[number % people.Length], number);
        }

        return $"/c/spring/discussion/{thread}?at=1";
    }
}
