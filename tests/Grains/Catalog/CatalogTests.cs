using CohortCourses.Contracts;
using CohortCourses.Contracts.Catalog;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Catalog;

public sealed class CatalogTests
{
    [Fact]
    public async Task Add_WhenSentTwice_ListsTheCohortOnce()
    {
        await using var pilot = await Pilot.StartAsync(onDisk: true);

        await pilot.Grains.Catalog().Add(new("spring", Pilot.Course));
        await pilot.Grains.Catalog().Add(new("autumn", Pilot.Course));
        await pilot.Grains.Catalog().Add(new("spring", Pilot.Course));
        await pilot.Restart();

        Assert.Equal([new CatalogEntry("autumn", Pilot.Course), new("spring", Pilot.Course)], await pilot.Grains.Catalog().Cohorts());
    }

    [Fact]
    public async Task AppointOrganiser_WhenSentTwice_AppointsOnceAndNobodyElse()
    {
        await using var pilot = await Pilot.StartAsync();
        var catalog = pilot.Grains.Catalog();
        Assert.False(await catalog.HasOrganiser());

        (await catalog.AppointOrganiser("omar")).Accepted();
        (await catalog.AppointOrganiser("omar")).Accepted();
        (await catalog.AppointOrganiser("eve")).Refused("setup.done");

        Assert.True(await catalog.HasOrganiser());
    }

    [Fact]
    public async Task AppointOrganiser_WhenManyTryAtOnce_AppointsOne()
    {
        await using var pilot = await Pilot.StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => pilot.Grains.Catalog().AppointOrganiser($"learner-{n}")));

        Assert.Single(outcomes, outcome => outcome.Accepted);
    }
}
