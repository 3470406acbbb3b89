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

    [Fact]
    public async Task Ready_WhenTheStorageIsGone_Answers503AndSaysWhich()
    {
        await using var pilot = await TestPilot.StartAsync();
        pilot.LoseStorage();

        Assert.Equal(["storage"], await FailingAsync(pilot));
        Assert.Equal("live", (await pilot.Visit().GetAsync("/health/live")).Html);
    }

    [Fact]
    public async Task Ready_WhenNoCourseCanBeRead_Answers503AndSaysWhich()
    {
        var empty = Directory.CreateTempSubdirectory("cohort-courses-empty-");
        try
        {
            await using var pilot = await TestPilot.StartAsync(content: empty.FullName);

            Assert.Equal(["courses"], await FailingAsync(pilot));
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    private static async Task<string[]> FailingAsync(TestPilot pilot)
    {
        using var response = await pilot.Visit().Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.False(answer.GetProperty("ready").GetBoolean());
        return [.. answer.GetProperty("checks").EnumerateObject().Where(check => !check.Value.GetBoolean()).Select(check => check.Name)];
    }
}
