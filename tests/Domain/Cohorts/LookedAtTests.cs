using CohortCourses.Domain;
using CohortCourses.Domain.Cohorts;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

/// <summary>Changing a calendar from a page that showed what would happen.</summary>
public sealed class LookedAtTests
{
    private static readonly ScheduleChange Skip = new ScheduleChange.Skip("a", 5);
    private static readonly ScheduleChange Another = new ScheduleChange.Shift("b", 7, 7);

    private static Decision<Cohort> Confirm(Cohort cohort, int? seen) => cohort.AsSeen(seen, current => current.Change(Skip, "ines", Founded));

    [Fact]
    public void Change_WhenTheCalendarIsWhatWasShown_IsMade() => Confirm(Spring, seen: 0).Accepted();

    [Fact]
    public void Change_WhenItChangedMeanwhile_IsRefused() =>
        Confirm(Spring.Changed(Another), seen: 0).Refused("schedule.changed-meanwhile");

    [Fact]
    public void Change_WhenNothingWasShown_IsMade() => Confirm(Spring.Changed(Another), seen: null).Accepted();

    [Fact]
    public void Change_WhenRepeatedFromTheSamePage_ChangesNothing() => Confirm(Confirm(Spring, seen: 0).Accepted(), seen: 0).Unchanged();

    [Fact]
    public void Change_WhenRefusedAnyway_SaysWhy() =>
        Spring.Changed(Another).AsSeen(0, current => current.Change(new ScheduleChange.Skip("c", 99), "ines", Founded)).Refused("schedule.no-such-week");
}
