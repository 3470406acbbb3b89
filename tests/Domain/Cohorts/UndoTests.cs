using CohortCourses.Domain.Cohorts;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class UndoTests
{
    private static readonly Cohort Shifted = Spring.Changed(new ScheduleChange.Shift("a", 4, 14));

    [Fact]
    public void Undo_WhenNothingOpenedSince_RestoresTheDays() =>
        Assert.Equal(Spring.Schedule.Weeks, Shifted.Undo("a", At(2, 18)).Accepted().Schedule.Weeks);

    [Fact]
    public void Undo_WhenRepeated_ChangesNothing() => Shifted.Undo("a", Founded).Accepted().Undo("a", Founded).Unchanged();

    [Fact]
    public void Undo_WhenThereIsNoSuchChange_IsRefused() => Shifted.Undo("b", Founded).Refused("schedule.no-such-change");

    [Fact]
    public void Undo_WhenOneOfTwoIsTakenBack_KeepsTheOther()
    {
        var twice = Shifted.Changed(new ScheduleChange.Move("b", 8, new(2026, 4, 8)));

        var undone = twice.Undo("a", Founded).Accepted();

        Assert.Equal(Spring.Date(7), undone.Date(7));
        Assert.Equal(new(2026, 4, 8), undone.Date(8));
    }

    [Fact]
    public void Undo_WhenTheMovedWeekHasOpened_IsRefused() =>
        Shifted.Undo("a", Shifted.Opens(4)).Refused("schedule.week-is-open");

    [Fact]
    public void Undo_WhenTheOldDayIsOver_IsRefused() => Shifted.Undo("a", At(3, 1)).Refused("schedule.past");

    [Fact]
    public void Undo_WhenASkippedWeekWouldHaveOpened_IsRefused() =>
        Spring.Changed(new ScheduleChange.Skip("a", 4)).Undo("a", At(3, 1)).Refused("schedule.past");

    [Fact]
    public void Undo_WhenAnotherChangeRestsOnIt_IsRefusedForTheOrder()
    {
        var packed = Spring
            .Changed(new ScheduleChange.Move("a", 5, new(2026, 3, 4)))
            .Changed(new ScheduleChange.Move("b", 4, new(2026, 3, 3)));

        packed.Undo("a", Founded).Refused("schedule.order");
    }

    [Fact]
    public void Undo_WhenAccepted_IsNewsOfItsOwn()
    {
        var undone = Shifted.Undo("a", At(2, 18)).Accepted();

        Assert.Equal(2, undone.NewsCount);
        Assert.Equal((2, At(2, 18)), (undone.Changes[0].Number, undone.Changes[0].UndoneAt));
        Assert.Equal(3, undone.Changed(new ScheduleChange.Skip("b", 8)).NewsCount);
    }
}
