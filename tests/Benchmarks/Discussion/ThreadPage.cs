using CohortCourses.Contracts;
using CohortCourses.Tests.Benchmarks.Web;

namespace CohortCourses.Tests.Benchmarks.Discussion;

/// <summary>The page of a thread with 50 posts, signed in, against a bare Kestrel that writes as many bytes, in turns.</summary>
public static class ThreadPage
{
    private const int PostsOnPage = 50;

    /// <summary>Runs for about a minute and answers with a table, a line each.</summary>
    public static async Task<string[]> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("thread-page-").FullName;
        try
        {
            var path = await PrepareAsync(data);
            await using var pilot = await ServedPilot.StartAsync(data, "amina");
            return await PageAgainstBare.RunAsync("thread page, 50 posts", pilot, path);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
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
