using System.Net;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Startup;

namespace CohortCourses.Tests.Web.People;

public sealed class AntiforgeryTests
{
    private const string Thread = "0197a2b0-0000-7000-8000-000000000001";

    /// <summary>Mail programs press this button from outside; its secret address is what they prove themselves by.</summary>
    private const string ForMailPrograms = "/mail/stop/{token}";

    [Fact]
    public async Task EveryForm_SentWithoutItsAntiforgeryToken_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var omar = await pilot.OrganiserAsync();
        Assert.True((await pilot.Grains.Learner(omar.Learner).Join(new("spring", "Omar", CohortRole.Participant, null))).Accepted);
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["cohort"] = "spring", ["learner"] = omar.Learner, ["token"] = await pilot.InviteAsync("spring"), ["thread"] = Thread, ["post"] = Thread, ["finding"] = Thread, ["code"] = Thread };

        foreach (var row in PilotServer.Policies.Rows.Where(row => row.Method == "POST" && row.Route != ForMailPrograms && !row.Route.StartsWith("/api/", StringComparison.Ordinal) && !row.Route.StartsWith("/live", StringComparison.Ordinal)))
        {
            var path = Routes.Fill(row.Route, values) + (row.Handler is null ? "" : $"?handler={row.Handler}");
            var answer = await omar.PostAsync(path, ("language", "fr"));
            Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{path}: {answer.Status}");
            Assert.True(answer.Status == HttpStatusCode.BadRequest || row.Route.StartsWith("/demo", StringComparison.Ordinal), $"{path}: {answer.Status}");
        }
    }
}
