using System.Globalization;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Evaluation;

/// <summary>The evaluation's page of questions for 10,000 participants, eight weeks, twenty questions a week: after a start, and again.</summary>
public static class QuestionsPage
{
    private const int Rounds = 100;

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("questions-").FullName;
        try
        {
            await using (await PilotProcess.DemoAsync("--data", data))
            {
            }

            await ManyAnswers.Put(data);
            await using var pilot = await PilotProcess.DemoAsync("--data", data);
            using var omar = await Reader.SignInAsync(pilot, "omar");
            await omar.TakeAsync("/c/autumn/evaluate/questions"); // what any first page costs is not this page's
            var cold = await omar.TakeAsync($"/c/{ManyAnswers.Cohort}/evaluate/questions");
            var warm = await omar.TakeAsync($"/c/{ManyAnswers.Cohort}/evaluate/questions", Rounds);
            return
            [
                "| page of questions, 10,000 × 8 × 20 | ms |",
                "|---|---:|",
                string.Create(CultureInfo.InvariantCulture, $"| after a start, when every answer is counted | {cold:F0} |"),
                string.Create(CultureInfo.InvariantCulture, $"| again, median of 100 | {warm[Rounds / 2]:F1} |"),
                string.Create(CultureInfo.InvariantCulture, $"| again, 99th of 100 | {warm[Rounds - 2]:F1} |"),
            ];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
