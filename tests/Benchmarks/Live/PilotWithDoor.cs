using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Tests.Benchmarks.Feedback;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CohortCourses.Tests.Benchmarks.Live;

/// <summary>The pilot's demo as it is shipped, with two doors more: <c>POST /post</c> lets one participant after the other write in a thread, <c>GET /memory</c> tells what it holds.</summary>
internal static class PilotWithDoor
{
    public const string Cohort = "spring";

    public const string Thread = "01933333-0000-7000-8000-000000000001";

    private const string Text = """
        I read it as a question of **who keeps the list**, not of who is on it. Where I live the list was with one person, and when she moved
        away it took us a winter to find everybody again. Did any of you try to keep it with two, and did they agree in the end?
        """;

    /// <summary>Runs until the process is ended.</summary>
    public static async Task RunAsync(string port)
    {
        var data = Directory.CreateTempSubdirectory("fan-out-");
        await using var app = PilotServer.Create(new() { Content = ContentFolder.Find()!, Data = data.FullName, Urls = $"http://127.0.0.1:{port}", Demo = true });
        var writers = new Queue<string>();
        app.MapPost("/post", async (IGrainFactory grains) =>
        {
            if (writers.Count == 0)
            {
                await BeginAsync(grains, writers);
            }

            var writer = writers.Dequeue();
            writers.Enqueue(writer);
            var reply = await grains.Voice(Cohort, writer).Post(Thread, new(Guid.CreateVersion7().ToString(), Text));
            return reply.Outcome.Accepted ? Results.NoContent() : Results.Conflict(reply.Outcome.Code);
        }).WithMetadata(new OpenToAll());
        app.MapCrowd();
        app.MapGet(Memory.Route, Memory.Now).WithMetadata(new OpenToAll());
        await app.RunAsync();
    }

    private static async Task BeginAsync(IGrainFactory grains, Queue<string> writers)
    {
        foreach (var member in await grains.Cohort(Cohort).Roster())
        {
            if (member.Role == CohortRole.Participant && await grains.Learner(member.Learner).Enrolment(Cohort) is { Paused: false })
            {
                writers.Enqueue(member.Learner);
            }
        }

        await grains.Voice(Cohort, writers.Peek()).Start(new(Thread, 4, "Who keeps the list?", ThreadKind.Talk, Audience.Cohort, new(Thread, Text)));
    }
}
