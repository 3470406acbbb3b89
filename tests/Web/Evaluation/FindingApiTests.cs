using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Tests.Web.Api;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Evaluation;

public sealed class FindingApiTests
{
    private const string Id = "01933333-0000-7000-8000-000000000001";

    [Fact]
    public async Task AFinding_WrittenTwice_IsWrittenOnce_AndAFieldThatWontDoIsSaid()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var eva = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator));
        var finding = new { id = Id, statement = "Week 3 is too long.", recommendation = "Split it.", aim = "week:3" };

        var made = await eva.PostAsync("cohorts/spring/findings", finding);
        var again = await eva.PostAsync("cohorts/spring/findings", finding);

        Assert.Equal((201, "week:3"), (made.Status, made["aim"].GetString()));
        Assert.Equal((200, made.Body), (again.Status, again.Body));
        Assert.Equal(Id, Assert.Single((await eva.GetAsync("cohorts/spring/findings"))["items"].EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal("request.invalid", (await eva.PostAsync("cohorts/spring/findings", new { id = Id, statement = "x", aim = "the moon" })).Code(422));
        Assert.Equal("finding.statement-too-long", (await eva.PostAsync("cohorts/spring/findings", new { id = Guid.NewGuid(), statement = new string('x', 401) })).Code(422));
    }

    [Fact]
    public async Task TheNextPhase_MadeTwice_IsMadeOnce_WithThePlanThatWasAccepted()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        Assert.True((await pilot.Grains.Findings("spring").Write(Id, "eva", new("Too long.", "Split it.", new(AimKind.Week, 3)))).Accepted);
        Assert.True((await pilot.Grains.Finding("spring", Id).Decide(Verdict.Accepted, "omar", "Yes.", seen: 1)).Accepted);
        using var omar = await ApiClient.OfAsync(pilot, await pilot.OrganiserAsync());
        var next = new { id = "autumn", firstDay = "2027-03-01" };

        var made = await omar.PostAsync("cohorts/spring/next-phase", next);
        var again = await omar.PostAsync("cohorts/spring/next-phase", next);

        Assert.Equal((201, "spring", "building-partnerships"), (made.Status, made["previous"].GetString(), made["cohort"].GetProperty("course").GetString()));
        Assert.Equal("Split it.", Assert.Single(made["plan"].EnumerateArray()).GetProperty("recommendation").GetString());
        Assert.Equal((200, made.Body), (again.Status, again.Body));
        Assert.Equal("phase.itself", (await omar.PostAsync("cohorts/spring/next-phase", new { id = "spring", firstDay = "2027-03-01" })).Code(409));
        Assert.Equal("request.invalid", (await omar.PostAsync("cohorts/spring/next-phase", new { id = "winter" })).Code(422));
    }
}
