using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Cohorts;

/// <summary>A week opens by the clock alone; that it is told, once, is what these tests are about.</summary>
public sealed class ReleaseTests
{
    public static TheoryData<bool> Stores => [false, true];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Week_WhenItsInstantComes_IsToldOnce(bool onDisk)
    {
        await using var pilot = await Pilot.StartAsync(onDisk);
        await pilot.Found();

        pilot.Clock.Advance(Pilot.Monday - pilot.Clock.Now - TimeSpan.FromTicks(1));
        Assert.Empty(await pilot.Announced());
        pilot.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal([new(1, Pilot.Monday, Pilot.Monday, 0)], await pilot.Announced());
        Assert.Equal(["""moduleReleased {"week":1}"""], await pilot.Events());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Week_WhenNobodyCalledSinceTheRestart_IsToldAllTheSame(bool onDisk)
    {
        await using var pilot = await Pilot.StartAsync(onDisk);
        await pilot.Found();
        await pilot.Restart();

        await pilot.AnnouncesBy(Pilot.Monday);

        Assert.Equal(["""moduleReleased {"week":1}"""], await pilot.Events());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Weeks_WhenTheServerSleptThroughThree_AreToldInTheirOrderAtTheStart(bool onDisk)
    {
        await using var pilot = await Pilot.StartAsync(onDisk);
        await pilot.Found();
        var start = Pilot.Monday.AddDays(15);

        await pilot.Restart(start);
        var releases = await pilot.Announced();

        Assert.Equal([(1, Pilot.Monday, start), (2, Pilot.Monday.AddDays(7), start), (3, Pilot.Monday.AddDays(14), start)], releases.Select(release => (release.Week, release.OpensAt, release.AnnouncedAt)));
        Assert.Equal(["""moduleReleased {"week":1}""", """moduleReleased {"week":2}""", """moduleReleased {"week":3}"""], await pilot.Events());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Weeks_WhenTheClockLeaps_AreToldOnceEach(bool onDisk)
    {
        await using var pilot = await Pilot.StartAsync(onDisk);
        await pilot.Found();

        pilot.Clock.JumpTo(Pilot.Monday.AddDays(15));
        await pilot.Announced();
        pilot.Clock.JumpTo(Pilot.Monday.AddDays(200));
        await pilot.Announced();

        Assert.Equal(Enumerable.Range(1, 8).Select(week => $$"""moduleReleased {"week":{{week}}}"""), await pilot.Events());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Week_WhenTheClockIsSetBackAndComesRoundAgain_IsNotToldAgain(bool onDisk)
    {
        await using var pilot = await Pilot.StartAsync(onDisk);
        await pilot.Found();
        pilot.Clock.JumpTo(Pilot.Monday.AddDays(7));
        await pilot.Announced();

        await pilot.Restart(Pilot.Monday.AddDays(2));
        Assert.Equal([1, 2], (await pilot.Announced()).Select(release => release.Week));
        (await pilot.Grains.Cohort("spring").Reschedule(new("a", ScheduleChangeKind.Skip, 2), "ines")).Refused("schedule.week-is-open");
        pilot.Clock.Advance(TimeSpan.FromDays(12));
        await pilot.Announced();

        Assert.Equal(["""moduleReleased {"week":3}"""], await pilot.Events());
    }

    [Fact]
    public async Task Week_WhenMovedCloser_IsToldOnItsNewDay()
    {
        await using var pilot = await Pilot.StartAsync();
        var cohort = await pilot.Found();
        pilot.Clock.JumpTo(Pilot.Monday);
        await pilot.Announced();

        (await cohort.Reschedule(new("a", ScheduleChangeKind.Move, 2, To: new(2026, 2, 4)), "ines")).Accepted();
        pilot.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal([1, 2], (await pilot.Announced()).Select(release => release.Week));
    }

    [Fact]
    public async Task Week_WhenMovedCloserAndNobodyCalledSinceTheRestart_IsToldOnItsNewDay()
    {
        await using var pilot = await Pilot.StartAsync();
        var cohort = await pilot.Found();
        (await cohort.Reschedule(new("a", ScheduleChangeKind.Move, 1, To: new(2026, 2, 1)), "ines")).Refused("schedule.past");
        (await cohort.Reschedule(new("b", ScheduleChangeKind.Shift, 1, Days: 30), "ines")).Accepted();
        (await cohort.Reschedule(new("c", ScheduleChangeKind.Shift, 1, Days: -29), "ines")).Accepted();
        await pilot.Restart();

        await pilot.AnnouncesBy(Pilot.Monday.AddDays(1));

        Assert.Equal([new(1, Pilot.Monday.AddDays(1), Pilot.Monday.AddDays(1), 0)], await pilot.Announced());
    }

    [Theory]
    [InlineData(Fault.BeforeItIsKept)]
    [InlineData(Fault.AfterItIsKept)]
    public async Task Week_WhenTheProcessFailsInTheMiddle_IsRecordedOnceAndToldAtMostOnce(Fault fault)
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Found();
        pilot.Store.FailNext("cohort", fault);

        pilot.Clock.Advance(Pilot.Monday - pilot.Clock.Now + TimeSpan.FromMinutes(5));

        Assert.Single(await pilot.Announced());
        var told = await pilot.Events();
        Assert.True(told is [] or ["""moduleReleased {"week":1}"""]);
        pilot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(told, await pilot.Events());
    }

    [Fact]
    public async Task Week_WhenTheProcessDiedBeforeTheAlarmWasSet_IsToldOnceTheOrganiserTriesAgain()
    {
        await using var pilot = await Pilot.StartAsync();
        await pilot.Publish();
        pilot.Store.FailNext("reminder", Fault.BeforeItIsKept);
        await Faults.Reach(() => pilot.Grains.Cohort("spring").Create(Pilot.Spring));

        (await pilot.Grains.Cohort("spring").Create(Pilot.Spring)).Accepted();
        await pilot.Restart();
        await pilot.AnnouncesBy(Pilot.Monday);

        Assert.Single(await pilot.Announced());
    }

    [Fact]
    public async Task Week_WhenTheProcessDiedWhileItWasMovedCloser_IsToldOnItsNewDayOnceTheOrganiserTriesAgain()
    {
        await using var pilot = await Pilot.StartAsync();
        var cohort = await pilot.Found(plan: Pilot.Spring with { FirstDay = new(2026, 3, 2) });
        var closer = new ScheduleChangeRequest("a", ScheduleChangeKind.Move, 1, To: new(2026, 2, 3));
        pilot.Store.FailNext("reminder", Fault.BeforeItIsKept);
        await Faults.Reach(() => cohort.Reschedule(closer, "ines", seen: 0));

        (await cohort.Reschedule(closer, "ines", seen: 0)).Accepted();
        await pilot.Restart();
        await pilot.AnnouncesBy(Pilot.Monday.AddDays(1));

        Assert.Equal([1], (await pilot.Announced()).Select(release => release.Week));
    }
}
