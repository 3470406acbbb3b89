using NodaTime;
using CohortCourses.Domain.Cohorts;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class ReleaseTests
{
    [Fact]
    public void Week_WhenItsInstantComes_IsOpenFromThatInstantOn()
    {
        var third = Spring.Schedule.Week(3)!;

        Assert.False(third.IsOpen(At(2, 16, 9) - Duration.Epsilon));
        Assert.True(third.IsOpen(At(2, 16, 9)));
        Assert.True(third.IsOpen(At(12, 31)));
    }

    [Fact]
    public void CurrentAndNext_WhenInTheMiddle_StandSideBySide()
    {
        var now = Spring.Opens(3);

        Assert.Equal((3, 4), (Spring.Schedule.Current(now)!.Week, Spring.Schedule.Next(now)!.Week));
        Assert.Null(Spring.Schedule.Current(Founded));
        Assert.Null(Spring.Schedule.Next(Spring.Opens(8)));
    }

    [Fact]
    public void Announce_WhenAWeekOpened_RecordsWhatOpenedWhenAndForHowMany()
    {
        var announced = Spring.With("amina", "kenji").AnnounceReleases(At(2, 2, 9, 1)).Accepted();

        Assert.Equal([new ReleaseRecord(1, At(2, 2, 9), At(2, 2, 9, 1), People: 2)], announced.Releases.Values);
    }

    [Fact]
    public void Announce_WhenRepeated_ChangesNothing() =>
        Spring.AnnounceReleases(At(2, 2, 9)).Accepted().AnnounceReleases(At(2, 2, 9)).Unchanged();

    [Fact]
    public void Announce_WhenNothingIsOpen_ChangesNothing() => Spring.AnnounceReleases(At(2, 2, 8, 59)).Unchanged();

    [Fact]
    public void Announce_WhenTheClockSleptThroughThreeWeeks_AnnouncesAllThreeInTheirOrder() =>
        Assert.Equal([1, 2, 3], Spring.DueReleases(At(2, 16, 9)).Select(week => week.Week));

    [Fact]
    public void Announce_WhenTheClockGoesBackAndForthAgain_AnnouncesNothingAnew()
    {
        var announced = Spring.AnnounceReleases(At(2, 16, 9)).Accepted();

        announced.AnnounceReleases(At(2, 3)).Unchanged();
        announced.AnnounceReleases(At(2, 16, 9)).Unchanged();
    }

    [Fact]
    public void Announce_WhenAWeekIsSkipped_PassesItOver() =>
        Assert.Equal([1, 3], Spring.Changed(new ScheduleChange.Skip("a", 2)).DueReleases(At(2, 16, 9)).Select(week => week.Week));
}
