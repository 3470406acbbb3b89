using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Live_WhileTheProcessRuns_SaysSo()
    {
        await using var pilot = await TestPilot.StartAsync();

        Assert.Equal("live", (await pilot.Visit().GetAsync("/health/live")).Html);
    }

    [Fact]
    public async Task Ready_WhenStorageAnswersAndCoursesAreRead_SaysSo()
    {
        await using var pilot = await TestPilot.StartAsync();

        using var response = await pilot.Visit().Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(answer.GetProperty("ready").GetBoolean());
        Assert.All(answer.GetProperty("checks").EnumerateObject(), check => Assert.True(check.Value.GetBoolean(), check.Name));
    }
}
