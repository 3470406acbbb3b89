using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Learners;

/// <summary>Stopping in one cohort and going on in a later one of the course.</summary>
public sealed class ContinueTests
{
    private static readonly JoinCohort Autumn = new("autumn", "Mina", CohortRole.Participant, null, ContinueFrom: "spring");

    [Fact]
    public async Task Continue_WhenSentTwice_BringsTheWorkAlongOnce()
    {
        await using var pilot = await StoppedInSpring();
        var amina = pilot.Grains.Learner("amina");

        (await amina.AgreeToResearch("spring", agrees: true)).Accepted();

        (await amina.Join(Autumn)).Accepted();
        (await amina.Join(Autumn)).Accepted();

        var (then, now) = ((await amina.Enrolment("spring"))!, (await amina.Enrolment("autumn"))!);
        Assert.Equal((2, true, "autumn"), (then.Done, then.Paused, then.ContinuedIn));
        Assert.Equal((true, false), (then.Research, now.Research));
        Assert.Equal((2, false, "spring", "Mina"), (now.Done, now.Paused, now.CarriedFrom, now.Handle));
    }

    [Fact]
    public async Task Continue_WhenAWeekIsDoneThatTheNewCohortHasNotOpened_StaysDone()
    {
        await using var pilot = await StoppedInSpring();
        var amina = pilot.Grains.Learner("amina");
        await amina.Join(Autumn);

        (await amina.Complete("autumn", 2)).Accepted();

        Assert.Equal(2, (await amina.Enrolment("autumn"))!.Done);
    }

    [Fact]
    public async Task Continue_WhenItIsAnotherCourse_IsRefusedAndTakesNoSeat()
    {
        await using var pilot = await StoppedInSpring();
        await pilot.Grains.Course("other").Publish(new("r1", ["one"], [], 1));
        (await pilot.Grains.Cohort("other").Create(Pilot.Spring with { Course = "other", FirstDay = new(2026, 9, 7) })).Accepted();

        (await pilot.Grains.Learner("amina").Join(Autumn with { Cohort = "other" })).Refused("enrolment.other-course");

        Assert.Empty(await pilot.Grains.Cohort("other").Roster());
    }

    [Fact]
    public async Task Continue_WhenTheyWereNeverThere_IsRefused()
    {
        await using var pilot = await StoppedInSpring();

        (await (await pilot.Register("kenji")).Join(Autumn)).Refused("enrolment.not-enrolled");
    }

    private static async Task<Pilot> StoppedInSpring()
    {
        var pilot = await Pilot.StartAsync();
        await pilot.Found();
        await pilot.Found("autumn", Pilot.Spring with { Name = "Autumn", FirstDay = new(2026, 9, 7) });
        var amina = await pilot.Join("amina");
        pilot.Clock.JumpTo(Pilot.Monday.AddDays(8));
        await amina.Complete("spring", 1);
        await amina.Complete("spring", 2);
        await amina.Pause("spring");
        return pilot;
    }
}
