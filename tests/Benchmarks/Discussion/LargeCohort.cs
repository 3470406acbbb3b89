using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Benchmarks.Evaluation;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Discussion;

/// <summary>What pages cost in a cohort of 5,000 people with a thread of 10,000 posts, against one of 50 people with a thread of 100, in turns.</summary>
public static class LargeCohort
{
    private const int Open = 3;
    private const int WarmUp = 30;
    private const int Turns = 200;
    private const int AtOnce = 64;

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("large-cohort-").FullName;
        try
        {
            await using (await PilotProcess.DemoAsync("--data", data))
            {
            }

            string few, many;
            await using (var silo = await TalkSilo.StartAsync(data))
            {
                few = await FoundAsync(silo, "few", 50, 100);
                many = await FoundAsync(silo, "many", 5_000, 10_000);
            }

            await using var pilot = await PilotProcess.DemoAsync("--data", data);
            using var amina = await Reader.SignInAsync(pilot, "amina");
            List<string> lines = ["| page | 50 people, 100 posts | 5,000 people, 10,000 posts | ratio |", "|---|---:|---:|---:|"];
            foreach (var (name, path) in Pages())
            {
                lines.Add(await CompareAsync(amina, name, path("few", few, 100), path("many", many, 10_000)));
            }

            return [.. lines];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static IEnumerable<(string Name, Func<string, string, int, string> Path)> Pages() =>
    [
        ("the cohort's page", (cohort, _, _) => $"/c/{cohort}"),
        ("a week", (cohort, _, _) => $"/c/{cohort}/week/2"),
        ("people", (cohort, _, _) => $"/c/{cohort}/people"),
        ("the threads of a week", (cohort, _, _) => $"/c/{cohort}/discussion?week=1"),
        ("the first posts of the thread", (cohort, thread, _) => $"/c/{cohort}/discussion/{thread}?at=1"),
        ("the last posts of the thread", (cohort, thread, posts) => string.Create(CultureInfo.InvariantCulture, $"/c/{cohort}/discussion/{thread}?at={posts}")),
    ];

    /// <returns>The id of its thread.</returns>
    private static async Task<string> FoundAsync(TalkSilo silo, string cohort, int people, int posts)
    {
        await WrittenCohort.PutAsync(silo.Store, cohort, people, Open, TimeProvider.System.GetUtcNow().AddDays(-7 * Open));
        await silo.Grains.Catalog().Add(new(cohort, "building-partnerships"));
        var amina = await silo.Grains.Cohort("spring").Named("Amina") ?? throw new InvalidOperationException("The demo has no Amina.");
        var joined = await silo.Grains.Learner(amina.Learner).Join(new(cohort, "Amina", CohortRole.Participant, null));
        if (!joined.Accepted)
        {
            throw new InvalidOperationException(joined.Code);
        }

        var thread = await silo.BeginAsync(cohort, WrittenCohort.Id(cohort, 0));
        foreach (var part in Enumerable.Range(1, posts - 1).Chunk(AtOnce))
        {
            await Task.WhenAll(part.Select(number => silo.PostAsync(cohort, thread, WrittenCohort.Id(cohort, number % 50), number)));
        }

        return thread;
    }

    private static async Task<string> CompareAsync(Reader reader, string name, string few, string many)
    {
        await reader.TakeAsync(few, WarmUp);
        await reader.TakeAsync(many, WarmUp);
        var (inFew, inMany) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            inFew.Add(await reader.TakeAsync(few));
            inMany.Add(await reader.TakeAsync(many));
        }

        var (less, more) = (inFew.Order().ElementAt(Turns / 2), inMany.Order().ElementAt(Turns / 2));
        return string.Create(CultureInfo.InvariantCulture, $"| {name}, median | {less:F2} ms | {more:F2} ms | {more / less:F2} |");
    }
}
