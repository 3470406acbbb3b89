using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Learners;

/// <summary>What a participant does week by week, on the Tuesday of week 2.</summary>
public sealed class WorkTests
{
    private static readonly DateTimeOffset Tuesday = Pilot.Monday.AddDays(8);

    [Fact]
    public async Task Complete_WhenSentTwice_CountsOnce()
    {
        await using var pilot = await InWeekTwo();
        var amina = pilot.Grains.Learner("amina");

        (await amina.Complete("spring", 2)).Accepted();
        pilot.Clock.Advance(TimeSpan.FromHours(1));
        (await amina.Complete("spring", 2)).Accepted();

        var view = (await amina.Enrolment("spring"))!;
        Assert.Equal((1, 6, false), (view.Done, view.Needed, view.Complete));
        Assert.Equal(Tuesday, view.Weeks[1].CompletedAt);
    }

    [Fact]
    public async Task Complete_WhenSentAtOnceFromManyPages_CountsOnce()
    {
        await using var pilot = await InWeekTwo();
        var amina = pilot.Grains.Learner("amina");
        var before = pilot.Store.Writes("learner");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => amina.Complete("spring", 1)));

        Assert.All(outcomes, Outcomes.Accepted);
        Assert.Equal(before + 1, pilot.Store.Writes("learner"));
    }

    [Fact]
    public async Task Complete_WhenTheWeekIsToCome_IsRefusedUntilItsInstant()
    {
        await using var pilot = await InWeekTwo();
        var amina = pilot.Grains.Learner("amina");

        pilot.Clock.JumpTo(Pilot.Monday.AddDays(14).AddTicks(-1));
        (await amina.Complete("spring", 3)).Refused("week.not-open");
        pilot.Clock.Advance(TimeSpan.FromTicks(1));
        (await amina.Complete("spring", 3)).Accepted();
    }

    [Fact]
    public async Task Complete_WhenThereIsNoSuchWeekOrPlace_IsRefused()
    {
        await using var pilot = await InWeekTwo();
        var amina = pilot.Grains.Learner("amina");

        (await amina.Complete("spring", 9)).Refused("week.unknown");
        (await amina.Complete("autumn", 1)).Refused("enrolment.not-enrolled");
    }

    [Fact]
    public async Task Reopen_WhenSentTwice_TakesTheMarkBackAndKeepsTheReading()
    {
        await using var pilot = await InWeekTwo();
        var amina = pilot.Grains.Learner("amina");
        await amina.Read("spring", 1, "note-1");
        await amina.Complete("spring", 1);

        (await amina.Reopen("spring", 1)).Accepted();
        (await amina.Reopen("spring", 1)).Accepted();

        var week = (await amina.Enrolment("spring"))!.Weeks[0];
        Assert.Equal((null, Tuesday, "note-1"), (week.CompletedAt, week.ReadAt, week.SeenChange));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Work_WhenTheServerRestarts_IsAllThere(bool onDisk)
    {
        await using var pilot = await InWeekTwo(onDisk);
        var amina = pilot.Grains.Learner("amina");
        await amina.Read("spring", 1, "note-1");
        await amina.Complete("spring", 2);
        await amina.Extend("spring", 3, 5);
        await amina.SeeNews("spring", 1);
        await amina.Pause("spring");
        var before = (await amina.Enrolment("spring"))!;

        await pilot.Restart();
        var after = (await pilot.Grains.Learner("amina").Enrolment("spring"))!;

        Assert.Equal(before.Weeks, after.Weeks);
        Assert.Equal(before with { Weeks = after.Weeks }, after);
    }

    [Fact]
    public async Task Track_WhenSwitched_KeepsAllWork()
    {
        await using var pilot = await InWeekTwo();
        var amina = pilot.Grains.Learner("amina");
        await amina.Complete("spring", 1);

        (await pilot.Grains.Cohort("spring").SwitchTrack("amina", "emerging")).Accepted();

        var view = (await amina.Enrolment("spring"))!;
        Assert.Equal(("emerging", 1), (view.Track, view.Done));
    }

    [Fact]
    public async Task Pause_WhenTheyReturn_MovesTheirOwnDatesAndNobodyElses()
    {
        await using var pilot = await InWeekTwo();
        var (amina, kenji) = (pilot.Grains.Learner("amina"), await pilot.Join("kenji"));

        (await amina.Pause("spring")).Accepted();
        (await amina.Pause("spring")).Accepted();
        pilot.Clock.Advance(TimeSpan.FromDays(3));
        Assert.True((await amina.Enrolment("spring"))!.Paused);
        (await amina.Resume("spring")).Accepted();
        (await amina.Resume("spring")).Accepted();

        Assert.Equal(Pilot.Monday.AddDays(17), (await amina.Enrolment("spring"))!.Weeks[1].DueAt);
        Assert.Equal(Pilot.Monday.AddDays(14), (await kenji.Enrolment("spring"))!.Weeks[1].DueAt);
    }

    [Theory]
    [InlineData(Fault.BeforeItIsKept)]
    [InlineData(Fault.AfterItIsKept)]
    public async Task Complete_WhenTheWriteFails_SaysSo_ShowsWhatIsKept_AndMayBeRepeated(Fault fault)
    {
        await using var pilot = await InWeekTwo();
        var amina = pilot.Grains.Learner("amina");
        pilot.Store.FailNext("learner", fault);

        await Faults.Reach(() => amina.Complete("spring", 1));
        Assert.Equal(fault == Fault.AfterItIsKept ? 1 : 0, (await amina.Enrolment("spring"))!.Done);
        (await amina.Complete("spring", 1)).Accepted();

        Assert.Equal(1, (await amina.Enrolment("spring"))!.Done);
    }

    private static async Task<Pilot> InWeekTwo(bool onDisk = false)
    {
        var pilot = await Pilot.StartAsync(onDisk);
        await pilot.Found();
        await pilot.Join("amina");
        pilot.Clock.JumpTo(Tuesday);
        return pilot;
    }
}
