using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Evaluation;

public sealed class ExportTests
{
    [Fact]
    public async Task Export_OfTheSameLabel_HasTheSameKeys_AlsoAfterARestart_AndAnotherHasOthers()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        await Cohort(pilot, agree: 8, refuse: 0);
        var once = await Begin(pilot, "report");
        await pilot.Restart();

        Assert.Equal(once.People, (await Begin(pilot, "report")).People);
        Assert.Empty(once.People.Select(person => person.Key).Intersect((await Begin(pilot, "other")).People.Select(person => person.Key)));
        Assert.Equal(once.People.Select(person => person.Key).Order(StringComparer.Ordinal), once.People.Select(person => person.Key));
        Assert.Equal(once.People.Select(person => person.Key), await pilot.Grains.Exports("spring").Keys("report", [.. once.People.Select(person => person.Learner)]));
        Assert.Equal(once.People.Select(person => person.CodingKey), await pilot.Grains.Exports("spring").Keys(IExportsGrain.CodingLabel, [.. once.People.Select(person => person.Learner)]));
    }

    [Fact]
    public async Task Rows_AreOfThoseWhoAgreed_AndTotalsLeadToNobodyElse()
    {
        await using var pilot = await Pilot.StartAsync();
        await Cohort(pilot, agree: 10, refuse: 2);

        var roster = await Begin(pilot, "report");

        Assert.Equal(7, roster.People.Length);
        Assert.Equal(5, roster.Missing);
        Assert.DoesNotContain(roster.People, person => person.Learner.StartsWith("no-", StringComparison.Ordinal));
        Assert.Equal(roster.People.Select(person => person.Learner).Order(), (await Begin(pilot, "other")).People.Select(person => person.Learner).Order());

        (await pilot.Grains.Learner("no-0").AgreeToResearch("spring", agrees: true)).Accepted();
        (await pilot.Grains.Learner("no-1").AgreeToResearch("spring", agrees: true)).Accepted();
        Assert.Equal(12, (await Begin(pilot, "report")).People.Length);
    }

    [Fact]
    public async Task Export_OfACohortWithNobody_HasNobody()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();

        var roster = await Begin(pilot, "report");

        Assert.Empty(roster.People);
        Assert.Equal(0, roster.Missing);
    }

    [Fact]
    public async Task Log_TellsWhatWasTaken_EachOnce_OverManyPages()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);
        await pilot.Found();
        var exports = pilot.Grains.Exports("spring");
        foreach (var at in Enumerable.Range(0, 205))
        {
            pilot.Clock.Advance(TimeSpan.FromSeconds(1));
            (await exports.Begin(new(Id(at), "eva", "package.zip", "report"))).Outcome.Accepted();
        }

        await pilot.Restart();
        (await pilot.Grains.Exports("spring").Begin(new(Id(204), "eva", "package.zip", "report"))).Outcome.Accepted();

        exports = pilot.Grains.Exports("spring");
        var log = new List<ExportEntryView>();
        foreach (var page in Enumerable.Range(1, await exports.LogPages()))
        {
            log.AddRange(await exports.Log(page));
        }

        Assert.Equal(Enumerable.Range(0, 205).Select(Id), log.Select(entry => entry.Id));
        Assert.Empty(await exports.Log(4));
        Assert.Empty(await exports.Log(0));
    }

    [Fact]
    public async Task Export_WithABadLabel_IsRefused_AndNotLogged()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();

        (await pilot.Grains.Exports("spring").Begin(new(Id(1), "eva", "package.zip", "coding"))).Outcome.Refused("export.label");
        Assert.Equal(0, await pilot.Grains.Exports("spring").LogPages());
    }

    [Fact]
    public async Task Export_ThatCouldNotBeLogged_TellsNothing()
    {
        await using var pilot = await Pilot.StartAsync();
        await Cohort(pilot, agree: 6, refuse: 0);
        await Begin(pilot, "report");
        pilot.Store.FailNext("export-log", Fault.BeforeItIsKept);

        await Assert.ThrowsAnyAsync<Exception>(() => pilot.Grains.Exports("spring").Begin(new(Id(2), "eva", "package.zip", "report")));
    }

    private static string Id(int at) => string.Create(CultureInfo.InvariantCulture, $"e-{at:D4}");

    private static async Task Cohort(Pilot pilot, int agree, int refuse)
    {
        await pilot.Found(plan: Pilot.Spring with { Seats = 100 });
        for (var at = 0; at < agree + refuse; at++)
        {
            var id = at < agree ? $"yes-{at}" : $"no-{at - agree}";
            var learner = await pilot.Join(id);
            (await learner.AgreeToResearch("spring", at < agree)).Accepted();
        }

        await pilot.Join("eva", role: CohortRole.Evaluator);
    }

    private static async Task<ExportRoster> Begin(Pilot pilot, string label)
    {
        var reply = await pilot.Grains.Exports("spring").Begin(new(Guid.CreateVersion7().ToString(), "eva", "package.zip", label));
        reply.Outcome.Accepted();
        return reply.Roster!;
    }
}
