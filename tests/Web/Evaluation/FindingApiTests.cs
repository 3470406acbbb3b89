using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Tests.Web.Api;
using CohortCourses.Tests.Web.Pilot;

namespace CohortCourses.Tests.Web.Evaluation;

public sealed class FindingApiTests
{
    private const string Id = "01933333-0000-7000-8000-000000000001";
    private const string One = $"cohorts/spring/findings/{Id}";

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
    public async Task AFinding_ChangedByTwoAtOnce_TellsTheSecond_AndLosesNothing()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var eva = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator));
        using var nils = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("nils", "spring", CohortRole.Evaluator));
        await eva.PostAsync("cohorts/spring/findings", new { id = Id, statement = "Week 3 is too long." });
        var hers = new { statement = "Week 3 is too long for phones.", recommendation = "Split it.", aim = "week:3", version = 1 };
        var his = new { statement = "Week 3 takes an hour too many.", version = 1 };

        var changed = await eva.PutAsync(One, hers);
        var again = await eva.PutAsync(One, hers);
        var told = await nils.PutAsync(One, his);

        Assert.Equal((200, 2, "week:3"), (changed.Status, changed["version"].GetInt32(), changed["aim"].GetString()));
        Assert.Equal((200, changed.Body), (again.Status, again.Body));
        Assert.Equal("finding.changed-meanwhile", told.Code(409));
        Assert.Equal(changed.Body, (await nils.GetAsync(One)).Body);
        Assert.Equal((200, "Week 3 takes an hour too many."), await Said(nils, new { his.statement, version = 2 }));
    }

    [Fact]
    public async Task AFinding_IsDecidedOnce_ByWhoHasReadIt_WithAReason()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        using var eva = await ApiClient.OfAsync(pilot, await pilot.JoinAsync("eva", "spring", CohortRole.Evaluator));
        await eva.PostAsync("cohorts/spring/findings", new { id = Id, statement = "Week 3 is too long." });
        await eva.PutAsync(One, new { statement = "Week 3 is too long.", recommendation = "Split it.", aim = "week:3", version = 1 });

        Assert.Equal("finding.changed-meanwhile", (await DecideAsync("Everybody said so.", version: 1)).Code(409));
        Assert.Equal("request.invalid", (await DecideAsync("", version: 2)).Code(422));
        var decided = await DecideAsync("Everybody said so.", version: 2);
        var again = await DecideAsync("Everybody said so.", version: 2);

        Assert.Equal((200, "accepted"), (decided.Status, decided["decision"].GetProperty("verdict").GetString()));
        Assert.Equal((200, decided.Body), (again.Status, again.Body));
        Assert.Equal("finding.unknown", (await eva.PutAsync($"cohorts/spring/findings/{Guid.NewGuid()}", new { statement = "x", version = 1 })).Code(404));

        Task<ApiAnswer> DecideAsync(string reason, int version) => eva.PutAsync($"{One}/decision", new { verdict = "accepted", reason, version });
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

    private static async Task<(int Status, string? Statement)> Said(ApiClient who, object words)
    {
        var answer = await who.PutAsync(One, words);
        return (answer.Status, answer["statement"].GetString());
    }
}
