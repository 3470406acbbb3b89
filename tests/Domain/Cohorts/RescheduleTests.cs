using CohortCourses.Domain.Cohorts;
using NodaTime;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class RescheduleTests
{
    private static readonly ScheduleChange.Move Fifth = new("a", 5, new(2026, 3, 4));

    private static readonly Instant InWeekThree = At(2, 18);

    [Fact]
    public void Move_WhenTheWeekIsToCome_MovesThatWeekAlone()
    {
        var moved = Spring.Change(Fifth, "ines", InWeekThree).Accepted();

        Assert.Equal(new(2026, 3, 4), moved.Date(5));
        Assert.Equal(At(3, 4, 9), moved.Opens(5));
        Assert.All([1, 2, 3, 4, 6, 7, 8], week => Assert.Equal(Spring.Opens(week), moved.Opens(week)));
        Assert.Equal([new RecordedChange(Fifth, 1, "ines", InWeekThree)], moved.Changes);
    }

    [Fact]
    public void Move_WhenRepeated_ChangesNothing() =>
        Spring.Change(Fifth, "ines", InWeekThree).Accepted().Change(Fifth, "ines", At(3, 20)).Unchanged();

    [Fact]
    public void Move_WhenRepeatedAfterItWasUndone_ChangesNothing() =>
        Spring.Changed(Fifth).Undo("a", Founded).Accepted().Change(Fifth, "ines", Founded).Unchanged();

    [Fact]
    public void Move_WhenToTheDayItHasAnyway_IsRefusedSinceNobodyNeedsToHear() =>
        Spring.Change(new ScheduleChange.Move("a", 5, Spring.Date(5)), "ines", InWeekThree).Refused("schedule.same-day");

    [Fact]
    public void Move_WhenTheWeekIsOpen_IsRefused() =>
        Assert.Equal("3", Spring.Change(new ScheduleChange.Move("a", 3, new(2026, 2, 20)), "ines", InWeekThree).Refused("schedule.week-is-open").Args["week"]);

    [Fact]
    public void Move_WhenTheWeekOpensThisVeryInstant_IsRefused() =>
        Spring.Change(Fifth, "ines", Spring.Opens(5)).Refused("schedule.week-is-open");

    [Fact]
    public void Move_WhenTheWeekOpensTheInstantAfter_IsAccepted() =>
        Spring.Change(Fifth, "ines", Spring.Opens(5) - Duration.Epsilon).Accepted();

    [Fact]
    public void Move_WhenIntoThePast_IsRefusedAndNamesTheDay() =>
        Assert.Equal("2026-02-17", Spring.Change(new ScheduleChange.Move("a", 4, new(2026, 2, 17)), "ines", InWeekThree).Refused("schedule.past").Args["date"]);

    [Fact]
    public void Move_WhenLaterTodayIsStillToCome_IsAccepted() =>
        Spring.Change(new ScheduleChange.Move("a", 4, new(2026, 2, 18)), "ines", At(2, 18, 8, 59)).Accepted();

    [Theory]
    [InlineData(23)]
    [InlineData(22)]
    public void Move_WhenItWouldOpenWithOrBeforeTheWeekBefore_IsRefusedAndNamesBoth(int day)
    {
        var refused = Spring.Change(new ScheduleChange.Move("a", 5, new(2026, 2, day)), "ines", InWeekThree).Refused("schedule.order");

        Assert.Equal(("4", "5"), (refused.Args["earlier"], refused.Args["later"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(-3)]
    public void Move_WhenThereIsNoSuchWeek_IsRefused(int week) =>
        Spring.Change(new ScheduleChange.Move("a", week, new(2026, 3, 4)), "ines", InWeekThree).Refused("schedule.no-such-week");

    [Fact]
    public void Move_WhenMoreThanTenYearsAway_IsRefused() =>
        Spring.Change(new ScheduleChange.Move("a", 8, new(9999, 12, 31)), "ines", InWeekThree).Refused("schedule.too-far");

    [Fact]
    public void Skip_WhenTheWeekIsToCome_NeverOpensIt()
    {
        var skipped = Spring.Change(new ScheduleChange.Skip("a", 5), "ines", InWeekThree).Accepted();

        Assert.False(skipped.Schedule.Week(5)!.IsOpen(At(12, 31)));
        Assert.Equal(7, skipped.Schedule.Openable);
        Assert.Equal(Spring.Opens(6), skipped.Schedule.DueAt(4));
    }

    [Fact]
    public void Skip_WhenRepeated_ChangesNothing() =>
        Spring.Changed(new ScheduleChange.Skip("a", 5)).Change(new ScheduleChange.Skip("a", 5), "ines", Founded).Unchanged();

    [Fact]
    public void Skip_WhenSkippedAlready_IsRefused() =>
        Spring.Changed(new ScheduleChange.Skip("a", 5)).Change(new ScheduleChange.Skip("b", 5), "ines", Founded).Refused("schedule.week-skipped");

    [Fact]
    public void Skip_WhenItIsTheLastWeek_EndsTheCohortEarlier() =>
        Assert.Equal(Spring.Opens(8), Spring.Changed(new ScheduleChange.Skip("a", 8)).Schedule.EndsAt);

    [Fact]
    public void Skip_WhenItIsTheOnlyWeekLeft_IsRefused()
    {
        var short1 = Found(Plan with { WeekIds = ["only"], Completion = new(1) });

        short1.Change(new ScheduleChange.Skip("a", 1), "ines", Founded).Refused("schedule.nothing-left");
    }

    [Fact]
    public void Move_WhenTheWeekIsSkipped_IsRefused() =>
        Spring.Changed(new ScheduleChange.Skip("a", 5)).Change(Fifth with { Id = "b" }, "ines", Founded).Refused("schedule.week-skipped");

    [Fact]
    public void Shift_WhenAWeekIsToCome_MovesItAndAllThatFollow()
    {
        var shifted = Spring.Change(new ScheduleChange.Shift("a", 4, 14), "ines", InWeekThree).Accepted();

        Assert.All([1, 2, 3], week => Assert.Equal(Spring.Date(week), shifted.Date(week)));
        Assert.All([4, 5, 6, 7, 8], week => Assert.Equal(Spring.Date(week).PlusDays(14), shifted.Date(week)));
        Assert.Equal(At(4, 13, 9), shifted.Schedule.EndsAt);
    }

    [Fact]
    public void Shift_WhenAcrossTheChangeOfClocks_KeepsTheLocalTime()
    {
        var shifted = Spring.Changed(new ScheduleChange.Shift("a", 8, 7));

        Assert.Equal(At(3, 30, 9), shifted.Opens(8));
        Assert.Equal(Duration.FromDays(7) - Duration.FromHours(1), shifted.Opens(8) - Spring.Opens(8));
    }

    [Fact]
    public void Shift_WhenRepeated_ShiftsOnce() =>
        Spring.Changed(new ScheduleChange.Shift("a", 4, 14)).Change(new ScheduleChange.Shift("a", 4, 14), "ines", Founded).Unchanged();

    [Fact]
    public void Shift_WhenTheWeekIsOpen_IsRefused() =>
        Spring.Change(new ScheduleChange.Shift("a", 3, 7), "ines", InWeekThree).Refused("schedule.week-is-open");

    [Fact]
    public void Shift_WhenBackIntoThePast_IsRefused() =>
        Spring.Change(new ScheduleChange.Shift("a", 4, -7), "ines", InWeekThree).Refused("schedule.past");

    [Fact]
    public void Shift_WhenFromASkippedWeek_MovesWhatFollows() =>
        Assert.Equal(
            Spring.Date(6).PlusDays(7),
            Spring.Changed(new ScheduleChange.Skip("a", 5)).Changed(new ScheduleChange.Shift("b", 5, 7)).Date(6));

    [Theory]
    [InlineData(0)]
    [InlineData(367)]
    [InlineData(-367)]
    public void Shift_WhenByNothingOrMoreThanAYear_IsRefused(int days) =>
        Spring.Change(new ScheduleChange.Shift("a", 4, days), "ines", InWeekThree).Refused("schedule.shift");

    [Fact]
    public void Shift_WhenItAddsUpToMoreThanTenYears_IsRefused()
    {
        var far = Enumerable.Range(0, 9).Aggregate(Spring, (cohort, step) => cohort.Changed(new ScheduleChange.Shift($"shift-{step}", 4, 366)));

        far.Change(new ScheduleChange.Shift("last", 4, 366), "ines", Founded).Refused("schedule.too-far");
    }

    [Fact]
    public void Change_WhenTheCalendarWasChangedAHundredTimes_IsRefused()
    {
        var busy = Spring;
        for (var step = 0; step < Rescheduling.MostChanges; step++)
        {
            busy = busy.Changed(new ScheduleChange.Move($"move-{step}", 8, FirstMonday.PlusWeeks(7).PlusDays(step % 2 + 1)));
        }

        busy.Change(new ScheduleChange.Skip("one-more", 8), "ines", Founded).Refused("schedule.too-many-changes");
    }

    [Fact]
    public void Change_WhenTheClockWentBackBehindAnAnnouncedWeek_DoesNotMoveIt()
    {
        var announced = Spring.AnnounceReleases(At(3, 2)).Accepted();

        announced.Change(Fifth, "ines", InWeekThree).Refused("schedule.week-is-open");
        announced.Change(new ScheduleChange.Shift("b", 5, 7), "ines", InWeekThree).Refused("schedule.week-is-open");
    }
}
