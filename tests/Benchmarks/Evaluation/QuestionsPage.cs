using System.Globalization;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Evaluation;

/// <summary>
/// The pages that stand on the answers of 10,000 participants, eight weeks, twenty questions a week: the page of questions counted for the first time,
/// and then each page as the first thing that a server does for that cohort, and again.
/// </summary>
public static class QuestionsPage
{
    private const int Rounds = 100;

    private static readonly (string Page, int Rounds)[] Others =
    [
        ("compare?with=autumn", 20), ("report", 10), ("findings/new", 20), ("coding", 20), ("coding/themes?form=survey&question=question-19", 10),
    ];

    /// <summary>Runs for about three minutes and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("questions-").FullName;
        try
        {
            await using (await PilotProcess.DemoAsync("--data", data))
            {
            }

            await ManyAnswers.Put(data);
            List<string> lines = ["| page, 10,000 × 8 × 20 | after a start, ms | again, median, ms | 99 of 100 |", "|---|---:|---:|---:|"];
            await using (var pilot = await PilotProcess.DemoAsync("--data", data))
            {
                using var omar = await Reader.SignInAsync(pilot, "omar");
                var first = await omar.TakeAsync($"/c/{ManyAnswers.Cohort}/evaluate/questions");
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"| questions, counted for the first time | {first:F0} | | |"));
                var texts = await omar.TakeAsync($"/c/{ManyAnswers.Cohort}/evaluate/coding");
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"| coding, its texts counted for the first time | {texts:F0} | | |"));
            }

            lines.Add(await Row(data, "questions", Rounds));
            foreach (var (page, rounds) in Others)
            {
                lines.Add(await Row(data, page, rounds));
            }

            return [.. lines];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> Row(string data, string page, int rounds)
    {
        await using var pilot = await PilotProcess.DemoAsync("--data", data);
        using var omar = await Reader.SignInAsync(pilot, "omar");
        await omar.TakeAsync($"/c/spring/evaluate/{page}"); // what any first page costs is not this page's
        var cold = await omar.TakeAsync($"/c/{ManyAnswers.Cohort}/evaluate/{page}");
        var warm = await omar.TakeAsync($"/c/{ManyAnswers.Cohort}/evaluate/{page}", rounds);
        return string.Create(CultureInfo.InvariantCulture, $"| {page} | {cold:F0} | {warm[rounds / 2]:F1} | {warm[(rounds * 99 / 100) - 1]:F1} |");
    }
}
