using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Tests.Benchmarks.Discussion;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Evaluation;

/// <summary>The evaluation page of 10,000 participants after eight weeks, from a server in a process of its own: counted for the first time, after a restart, and again.</summary>
public static class EvaluationPage
{
    private const string Cohort = "crowd";
    private const string Page = $"/c/{Cohort}/evaluate";
    private const int Participants = 10_000;
    private const int Weeks = 8;
    private const int Rounds = 100;

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("evaluation-").FullName;
        try
        {
            await using (await PilotProcess.DemoAsync("--data", data))
            {
            }

            await PutAsync(data);
            double first;
            await using (var pilot = await PilotProcess.DemoAsync("--data", data))
            {
                using var omar = await Reader.SignInAsync(pilot, "omar");
                first = await omar.TakeAsync(Page);
            }

            await using var again = await PilotProcess.DemoAsync("--data", data);
            using var reader = await Reader.SignInAsync(again, "omar");
            await reader.TakeAsync("/c/spring/evaluate"); // what any first page of the server costs is not this page's
            var cold = await reader.TakeAsync(Page);
            var warm = await reader.TakeAsync(Page, Rounds);
            return
            [
                string.Create(CultureInfo.InvariantCulture, $"{Participants:N0} participants, {Weeks} weeks; milliseconds until the whole page was there."),
                "",
                "| page | ms |",
                "|---|---:|",
                Line("counted for the first time ever", first),
                Line("cold: after a restart", cold),
                Line("warm, median of 100, the first of them while everybody is counted again", warm[Rounds / 2]),
                Line("warm, 99th of 100", warm[Rounds - 2]),
            ];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static string Line(string what, double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"| {what} | {milliseconds:F1} |");

    private static async Task PutAsync(string data)
    {
        await using var silo = await TalkSilo.StartAsync(data);
        await WrittenCohort.PutAsync(silo.Store, Cohort, Participants, Weeks, TimeProvider.System.GetUtcNow().AddDays(-58));
        await silo.Grains.Catalog().Add(new(Cohort, "building-partnerships"));
    }
}
