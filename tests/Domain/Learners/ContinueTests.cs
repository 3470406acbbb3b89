using System.Collections.Immutable;
using CohortCourses.Domain.Learners;
using NodaTime;

namespace CohortCourses.Tests.Domain.Learners;

/// <summary>Coming back in a later cohort of the course.</summary>
public sealed class ContinueTests
{
    private static readonly Instant Spring = Instant.FromUtc(2026, 2, 18, 12, 0);
    private static readonly Instant Autumn = Instant.FromUtc(2026, 9, 7, 12, 0);
    private static readonly ImmutableArray<string> Then = ["why", "map", "ask", "plan"];

    private static readonly Enrolment Stopped = Enrolment.Begin("Amina", Spring)
        .Complete(1, isOpen: true, Spring).Accepted()
        .Read(2, "note-1", isOpen: true, Spring).Accepted()
        .Extend(3, 5).Accepted()
        .SeeNews(4).Accepted()
        .PauseAt(Spring).Accepted()
        .AgreeToResearch(agrees: true).Accepted();

    private static Enrolment Continue(params ImmutableArray<string> now) => Stopped.ContinueIn("Mina", "spring", Then, now, Autumn);

    [Fact]
    public void Continue_WhenTheCourseIsTheSame_BringsReadingAndCompletionAlong()
    {
        var continued = Continue(Then);

        Assert.Equal(Stopped.Week(1), continued.Week(1));
        Assert.Equal(Stopped.Week(2), continued.Week(2));
        Assert.Equal(("Mina", Autumn, "spring"), (continued.Handle, continued.JoinedAt, continued.CarriedFrom));
    }

    [Fact]
    public void Continue_WhenTheyHadPaused_StartsUnpausedWithTheDatesOfTheNewCohort()
    {
        var continued = Continue(Then);

        Assert.False(continued.IsPaused);
        Assert.Equal(0, continued.Week(3).ExtensionDays);
        Assert.Equal(0, continued.SeenNews);
    }

    [Fact]
    public void Continue_WhenTheyAgreedToResearch_AsksAnew() => Assert.False(Continue(Then).Research);

    [Fact]
    public void Continue_WhenWeeksChangedPlaces_MatchesThemByTheirIds()
    {
        var continued = Continue("map", "new", "why", "plan");

        Assert.Equal(Stopped.Week(2), continued.Week(1));
        Assert.Equal(WeekWork.None, continued.Week(2));
        Assert.Equal(Stopped.Week(1), continued.Week(3));
    }

    [Fact]
    public void Continue_WhenAWeekIsGone_LeavesItsWorkWithTheEarlierCohort()
    {
        var learner = LearnerTests.Known.Enrol("spring", Stopped).Accepted().Enrol("autumn", Continue("map", "ask")).Accepted();

        Assert.Equal(0, learner.Enrolments["autumn"].Completed);
        Assert.Equal(1, learner.Enrolments["spring"].Completed);
        Assert.Equal("autumn", learner.Enrolments["spring"].ContinuedIn);
    }
}
