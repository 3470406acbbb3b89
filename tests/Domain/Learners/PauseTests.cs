using CohortCourses.Domain.Learners;
using NodaTime;

namespace CohortCourses.Tests.Domain.Learners;

public sealed class PauseTests
{
    private static readonly Instant Opens = Instant.FromUtc(2026, 2, 16, 8, 0);
    private static readonly Instant Due = Opens + Duration.FromDays(7);
    private static readonly Enrolment Active = Enrolment.Begin("Amina", Day(-20));

    private static Instant Day(int after) => Opens + Duration.FromDays(after);

    private static Enrolment Away(Enrolment enrolment, int from, int to) =>
        enrolment.PauseAt(Day(from)).Accepted().ResumeAt(Day(to)).Accepted();

    private static Instant DueOf(Enrolment enrolment, int now = 100) => enrolment.DueAt(3, Opens, Due, Day(now));

    [Fact]
    public void Pause_WhenRepeated_ChangesNothing() => Active.PauseAt(Day(1)).Accepted().PauseAt(Day(2)).Unchanged();

    [Fact]
    public void Resume_WhenRepeated_ChangesNothing() => Away(Active, 1, 2).ResumeAt(Day(3)).Unchanged();

    [Fact]
    public void Resume_WhenNeverPaused_ChangesNothing() => Active.ResumeAt(Day(1)).Unchanged();

    [Fact]
    public void Pause_WhenAskedForTheFiftyFirstTime_IsRefused()
    {
        var often = Enumerable.Range(0, Enrolment.MostPauses).Aggregate(Active, (enrolment, day) => Away(enrolment, day, day + 1));

        often.PauseAt(Day(99)).Refused("enrolment.too-many-pauses");
    }

    [Fact]
    public void DueDate_WhenNothingHappened_IsTheCohorts() => Assert.Equal(Due, DueOf(Active));

    [Fact]
    public void DueDate_WhenExtended_IsThatMuchLater() => Assert.Equal(Day(12), DueOf(Active.Extend(3, 5).Accepted()));

    [Fact]
    public void DueDate_WhenAway_MovesByTheTimeAway() => Assert.Equal(Day(10), DueOf(Away(Active, 2, 5)));

    [Fact]
    public void DueDate_WhenAwaySinceBeforeTheWeekOpened_CountsFromItsOpening() => Assert.Equal(Day(11), DueOf(Away(Active, -9, 4)));

    [Fact]
    public void DueDate_WhenAwayOnlyBeforeTheWeekOpened_DoesNotMove() => Assert.Equal(Due, DueOf(Away(Active, -9, -1)));

    [Fact]
    public void DueDate_WhileAway_MovesOnWithTheClock()
    {
        var away = Active.PauseAt(Day(2)).Accepted();

        Assert.Equal(Day(8), DueOf(away, now: 3));
        Assert.Equal(Day(35), DueOf(away, now: 30));
    }

    [Fact]
    public void DueDate_WhenItWasOverBeforeTheyLeft_StaysWhereItWas() => Assert.Equal(Due, DueOf(Away(Active, 20, 50)));

    [Fact]
    public void DueDate_WhenAwayTwice_AddsBothUp() => Assert.Equal(Day(11), DueOf(Away(Away(Active, 1, 3), 8, 10)));

    [Fact]
    public void DueDate_WhenTheyLeaveAgainWithinWhatAPauseAdded_StillMoves() => Assert.Equal(Day(18), DueOf(Away(Away(Active, 1, 6), 11, 17)));

    [Fact]
    public void Pause_WhenTheClockWentBackMeanwhile_CountsNoTimeTwice()
    {
        var twice = Active.PauseAt(Day(1)).Accepted().ResumeAt(Day(5)).Accepted().PauseAt(Day(2)).Accepted().ResumeAt(Day(6)).Accepted();

        Assert.Equal(Day(12), DueOf(twice));
    }

    [Fact]
    public void Resume_WhenTheClockWentBackBehindThePause_CountsNothing() => Assert.Equal(Due, DueOf(Away(Active, 3, 1)));
}
