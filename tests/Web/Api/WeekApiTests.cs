using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Api;

public sealed class WeekApiTests
{
    [Fact]
    public async Task Week_BeforeItOpens_IsNotThereAndSaysWhenItWillBe()
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = await InSpring(pilot);

        var shut = await client.GetAsync("cohorts/spring/weeks/1");
        var marked = await client.PutAsync("cohorts/spring/weeks/1/completion");
        pilot.Clock.Advance(TimeSpan.FromDays(7));
        var open = await client.GetAsync("cohorts/spring/weeks/1");

        Assert.Equal("week.not-open", shut.Code(404));
        Assert.Equal("2027-02-08T06:00:00+00:00", shut["opensAt"].GetString());
        Assert.Contains("Nairobi", shut["title"].GetString(), StringComparison.Ordinal);
        Assert.Equal("week.not-open", marked.Code(404));
        Assert.Equal(200, open.Status);
        Assert.StartsWith("<", open["html"].GetString(), StringComparison.Ordinal);
        Assert.Equal("en", open["language"].GetString());
    }

    [Fact]
    public async Task Week_ThatIsSkippedOrDoesNotExist_SaysSo()
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = await InSpring(pilot);
        await pilot.Grains.Cohort("spring").Reschedule(new("skip", ScheduleChangeKind.Skip, 3), by: "somebody");

        Assert.Equal("week.skipped", (await client.GetAsync("cohorts/spring/weeks/3")).Code(404));
        Assert.Equal("week.unknown", (await client.GetAsync("cohorts/spring/weeks/9")).Code(404));
        Assert.Equal("week.unknown", (await client.GetAsync("cohorts/spring/weeks/0")).Code(404));
        Assert.Equal("resource.unknown", (await client.GetAsync("cohorts/spring/weeks/one")).Code(404));
    }

    [Theory]
    [InlineData("ar", "ar", "rtl")]
    [InlineData("fr", "fr", "ltr")]
    [InlineData("sw", "en", "ltr")]
    public async Task Week_InALanguage_IsInItOrInTheCoursesOwn(string asked, string given, string direction)
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = await InSpring(pilot);
        pilot.Clock.Advance(TimeSpan.FromDays(7));

        var week = await client.GetAsync($"cohorts/spring/weeks/1?language={asked}");

        Assert.Equal(given, week["language"].GetString());
        Assert.Equal(direction, week["direction"].GetString());
    }

    [Fact]
    public async Task Week_AskedAgainWithItsTag_IsNotSentAgainUntilItChanges()
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = await InSpring(pilot);
        pilot.Clock.Advance(TimeSpan.FromDays(7));
        var week = await client.GetAsync("cohorts/spring/weeks/1");

        var again = await client.GetAsync("cohorts/spring/weeks/1", week.ETag);
        await client.PutAsync("cohorts/spring/weeks/1/completion");
        var marked = await client.GetAsync("cohorts/spring/weeks/1", week.ETag);

        Assert.Equal((304, ""), (again.Status, again.Body));
        Assert.Equal(200, marked.Status);
        Assert.NotEqual(week.ETag, marked.ETag);
    }

    [Fact]
    public async Task Completion_PutTwiceAndTakenBackTwice_IsDoneOnce()
    {
        await using var pilot = await TestPilot.StartAsync();
        using var client = await InSpring(pilot);
        pilot.Clock.Advance(TimeSpan.FromDays(7));

        var first = await client.PutAsync("cohorts/spring/weeks/1/completion");
        pilot.Clock.Advance(TimeSpan.FromHours(1));
        var second = await client.PutAsync("cohorts/spring/weeks/1/completion");
        var done = (await client.GetAsync("cohorts/spring"))["me"].GetProperty("done").GetInt32();
        var gone = await client.DeleteAsync("cohorts/spring/weeks/1/completion");
        var goneAgain = await client.DeleteAsync("cohorts/spring/weeks/1/completion");

        Assert.Equal(first, second);
        Assert.Equal("2027-02-08T06:00:00+00:00", first["completedAt"].GetString());
        Assert.Equal(1, done);
        Assert.Equal((204, 204), (gone.Status, goneAgain.Status));
        Assert.Equal(0, (await client.GetAsync("cohorts/spring"))["me"].GetProperty("done").GetInt32());
    }

    [Fact]
    public async Task Completion_OfSomeoneWithoutAPlace_IsRefused()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var client = await ApiClient.OfAsync(pilot, await pilot.OrganiserAsync());
        pilot.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal("enrolment.not-enrolled", (await client.PutAsync("cohorts/spring/weeks/1/completion")).Code(409));
    }

    private static async Task<ApiClient> InSpring(TestPilot pilot)
    {
        await pilot.CohortAsync("spring");
        return await ApiClient.OfAsync(pilot, await pilot.JoinAsync("amina", "spring"));
    }
}
