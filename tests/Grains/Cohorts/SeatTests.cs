using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Cohorts;

/// <summary>Many people at the same moment.</summary>
public sealed class SeatTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Join_WhenFiftyPeopleWantTwentySeats_SeatsTwenty(bool onDisk)
    {
        await using var pilot = await Pilot.StartAsync(onDisk);
        var cohort = await pilot.Found(plan: Pilot.Spring with { Seats = 20 });
        var people = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => pilot.Register($"learner-{n}")));

        var outcomes = await Task.WhenAll(people.Select((learner, n) => learner.Join(new("spring", $"Name {n}", CohortRole.Participant, null))));

        Assert.Equal(20, outcomes.Count(outcome => outcome.Accepted));
        Assert.All(outcomes.Where(outcome => !outcome.Accepted), outcome => outcome.Refused("cohort.full"));
        Assert.Equal(20, (await cohort.Roster()).Length);
        var views = await Task.WhenAll(people.Select(learner => learner.Enrolment("spring")));
        Assert.Equal(20, views.Count(view => view is not null));
    }

    [Fact]
    public async Task Join_WhenTenPeopleWantTheSameName_GivesItToOne()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found(plan: Pilot.Spring with { Seats = 20 });
        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => pilot.Register($"learner-{n}")));

        var outcomes = await Task.WhenAll(people.Select((learner, n) => learner.Join(new("spring", n % 2 == 0 ? "Amina" : "ａｍｉｎａ", CohortRole.Participant, null))));

        Assert.Single(outcomes, outcome => outcome.Accepted);
        Assert.All(outcomes.Where(outcome => !outcome.Accepted), outcome => outcome.Refused("handle.taken"));
    }

    [Fact]
    public async Task Join_WhenTheSamePersonAsksTenTimesAtOnce_TakesOneSeat()
    {
        await using var pilot = await Pilot.StartAsync();
        var cohort = await pilot.Found();
        var amina = await pilot.Register("amina");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => amina.Join(new("spring", "Amina", CohortRole.Participant, null))));

        Assert.All(outcomes, Outcomes.Accepted);
        Assert.Single(await cohort.Roster());
    }
}
