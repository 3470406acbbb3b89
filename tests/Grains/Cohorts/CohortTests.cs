using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Cohorts;

public sealed class CohortTests(Pilot pilot) : IClassFixture<Pilot>
{
    private static string New() => $"cohort-{Guid.NewGuid():N}"[..20];

    [Fact]
    public async Task Create_WhenTheCourseIsUp_ShowsPlanAndCalendar()
    {
        var slug = New();
        var view = (await (await pilot.Found(slug)).Get())!;

        Assert.Equal((slug, Pilot.Course, "Spring", 3, 0, 6), (view.Cohort, view.Course, view.Name, view.Seats, view.Participants, view.ModulesNeeded));
        Assert.Equal(8, view.Weeks.Length);
        Assert.Equal(("part-1", Pilot.Monday, Pilot.Monday.AddDays(7)), (view.Weeks[0].WeekId, view.Weeks[0].OpensAt, view.Weeks[0].DueAt));
    }

    [Fact]
    public async Task Create_WhenRepeated_IsTheSameCohort()
    {
        var cohort = await pilot.Found(New());
        var before = pilot.Store.Writes("cohort");

        (await cohort.Create(Pilot.Spring)).Accepted();

        Assert.Equal(before, pilot.Store.Writes("cohort"));
    }

    [Fact]
    public async Task Create_WhenTheNameIsTakenByAnotherPlan_IsRefused() =>
        (await (await pilot.Found(New())).Create(Pilot.Spring with { Seats = 40 })).Refused("cohort.exists");

    [Fact]
    public async Task Create_WhenThereIsNoSuchCourse_IsRefused() =>
        (await pilot.Grains.Cohort(New()).Create(Pilot.Spring with { Course = "none" })).Refused("course.unknown");

    [Fact]
    public async Task Create_WhenTheAddressIsNoGood_IsRefused()
    {
        await pilot.Found(New());
        (await pilot.Grains.Cohort("No Good").Create(Pilot.Spring)).Refused("cohort.address");
    }

    [Fact]
    public async Task PreviewCreate_WhenThePlanIsSound_ShowsTheCalendarAndMakesNothing()
    {
        await pilot.Found(New());
        var slug = New();

        var preview = await pilot.Grains.Cohort(slug).PreviewCreate(Pilot.Spring);

        preview.Outcome.Accepted();
        Assert.Equal((0, 8), (preview.Before.Length, preview.After.Length));
        Assert.Null(await pilot.Grains.Cohort(slug).Get());
    }

    [Fact]
    public async Task Cohort_WhenThereIsNone_IsNothingAndRefusesEverything()
    {
        var none = pilot.Grains.Cohort(New());

        Assert.Null(await none.Get());
        Assert.Empty(await none.Roster());
        Assert.Null(await none.Member("amina"));
        (await none.Admit("amina", CohortRole.Participant, null, "mark")).Refused("cohort.unknown");
        (await none.Reschedule(new("a", ScheduleChangeKind.Skip, 3), "ines")).Refused("cohort.unknown");
    }

    [Fact]
    public async Task Reschedule_WhenPreviewedAndMade_DoesWhatThePreviewShowed()
    {
        var cohort = await pilot.Found(New());
        var change = new ScheduleChangeRequest("a", ScheduleChangeKind.Shift, 3, Days: 7);

        var preview = await cohort.Preview(change);
        (await cohort.Reschedule(change, "ines", seen: 0)).Accepted();

        Assert.Equal(preview.After, (await cohort.Get())!.Weeks);
        Assert.Equal(preview.Before[2].OpensAt.AddDays(7), preview.After[2].OpensAt);
    }

    [Fact]
    public async Task Reschedule_WhenRepeatedFromTheSamePage_IsOneChangeAndOneEvent()
    {
        var slug = New();
        var cohort = await pilot.Found(slug);
        var change = new ScheduleChangeRequest("a", ScheduleChangeKind.Move, 3, To: new(2026, 2, 18));

        (await cohort.Reschedule(change, "ines", seen: 0)).Accepted();
        (await cohort.Reschedule(change, "ines", seen: 0)).Accepted();

        Assert.Single((await cohort.Get())!.Changes);
        Assert.Equal(["""scheduleChanged {"number":1}"""], await pilot.Events(slug));
    }

    [Fact]
    public async Task Undo_WhenRepeated_RestoresOnceAndTellsOnce()
    {
        var slug = New();
        var cohort = await pilot.Found(slug);
        var before = (await cohort.Get())!.Weeks;
        (await cohort.Reschedule(new("a", ScheduleChangeKind.Skip, 3), "ines")).Accepted();

        (await cohort.Undo("a", seen: 1)).Accepted();
        (await cohort.Undo("a", seen: 1)).Accepted();

        Assert.Equal(before, (await cohort.Get())!.Weeks);
        Assert.Equal(["""scheduleChanged {"number":1}""", """scheduleChanged {"number":2}"""], await pilot.Events(slug));
    }

    [Fact]
    public async Task Reschedule_WhenAnotherDidMeanwhile_IsRefusedAndChangesNothing()
    {
        var cohort = await pilot.Found(New());
        (await cohort.Reschedule(new("a", ScheduleChangeKind.Skip, 3), "ines")).Accepted();

        (await cohort.Reschedule(new("b", ScheduleChangeKind.Skip, 4), "omar", seen: 0)).Refused("schedule.changed-meanwhile");

        Assert.Single((await cohort.Get())!.Changes);
    }

    [Fact]
    public async Task Roster_WhenRolesAndTracksChange_ShowsThem()
    {
        var slug = New();
        var cohort = await pilot.Found(slug);
        await pilot.Join($"a{slug}", slug);

        (await cohort.SwitchTrack($"a{slug}", "emerging")).Accepted();
        (await cohort.AssignRole($"a{slug}", CohortRole.Mentor)).Accepted();

        Assert.Equal([new MemberView($"a{slug}", CohortRole.Mentor, "emerging", pilot.Clock.Now)], await cohort.Roster());
        Assert.Equal(0, (await cohort.Get())!.Participants);
    }
}
