using CohortCourses.Domain.Cohorts;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class LookedAtTests
{
    private static readonly ScheduleChange Skip = new ScheduleChange.Skip("skip", 3);
    private static readonly ScheduleChange Shift = new ScheduleChange.Shift("shift", 5, 7);

    [Fact]
    public void AsSeen_WhenNothingChangedSince_Decides() =>
        Assert.Equal(1, Samples.Spring.AsSeen(0, cohort => cohort.Change(Skip, "ines", Samples.Founded)).Accepted().NewsCount);

    [Fact]
    public void AsSeen_WhenSomethingChangedSince_IsRefused() =>
        Samples.Spring.Changed(Shift).AsSeen(0, cohort => cohort.Change(Skip, "ines", Samples.Founded)).Refused("schedule.changed-meanwhile");

    [Fact]
    public void AsSeen_WhenNobodyLooked_Decides() =>
        Samples.Spring.Changed(Shift).AsSeen(null, cohort => cohort.Change(Skip, "ines", Samples.Founded)).Accepted();

    [Fact]
    public void AsSeen_WhenTheSameIsSentTwice_ChangesNothing() =>
        Samples.Spring.Changed(Skip).AsSeen(0, cohort => cohort.Change(Skip, "ines", Samples.Founded)).Unchanged();

    [Fact]
    public void AsSeen_WhenItCouldNotBeDoneAnyway_SaysWhy() =>
        Samples.Spring.Changed(Shift).AsSeen(0, cohort => cohort.Change(new ScheduleChange.Skip("none", 9), "ines", Samples.Founded)).Refused("schedule.no-such-week");
}
