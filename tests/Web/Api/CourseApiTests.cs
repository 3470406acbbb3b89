using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Api;

public sealed class CourseApiTests
{
    [Fact]
    public async Task Courses_ForEveryone_AreListedInTheReadersLanguage()
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = ApiClient.Anonymous(pilot);
        client.Headers.AcceptLanguage.ParseAdd("fr");

        var answer = await client.GetAsync("courses");

        Assert.Equal(200, answer.Status);
        Assert.Equal(["building-partnerships", "safer-communities"], answer["items"].EnumerateArray().Select(course => course.GetProperty("id").GetString()));
        Assert.All(answer["items"].EnumerateArray(), course => Assert.Equal("fr", course.GetProperty("title").GetProperty("language").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer["next"].ValueKind);
    }

    [Fact]
    public async Task Course_ById_TellsItsWeeks()
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = ApiClient.Anonymous(pilot);

        var answer = await client.GetAsync("courses/building-partnerships");

        Assert.Equal(8, answer["weeks"].GetArrayLength());
        Assert.NotEmpty(answer["weeks"][0].GetProperty("outcomes").EnumerateArray());
        Assert.Equal("course.unknown", (await client.GetAsync("courses/juggling")).Code(404));
    }

    [Theory]
    [InlineData("!")]
    [InlineData("é")]
    [InlineData("a")]
    public async Task Courses_WhenTheCursorIsNone_AreRefused(string cursor)
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = ApiClient.Anonymous(pilot);

        var answer = await client.GetAsync($"courses?cursor={Uri.EscapeDataString(cursor)}");

        Assert.Equal("request.malformed", answer.Code(400));
        Assert.True(answer["errors"].TryGetProperty("cursor", out _));
    }
}
