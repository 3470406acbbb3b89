using CohortCourses.Domain;
using CohortCourses.Domain.Cohorts;
using CohortCourses.Domain.Courses;
using NodaTime;
using static CohortCourses.Tests.Domain.Cohorts.Samples;

namespace CohortCourses.Tests.Domain.Cohorts;

public sealed class CreateTests
{
    private static Decision<Cohort> Try(CohortPlan plan) => Cohort.Create(null, plan, Founded);

    [Fact]
    public void Create_WhenThePlanIsSound_GivesEachWeekItsDay()
    {
        var weeks = Spring.Schedule.Weeks;

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], weeks.Select(week => week.Week));
        Assert.All(weeks, week => Assert.Equal(FirstMonday.PlusWeeks(week.Week - 1), week.Date));
        Assert.Equal(At(2, 2, 9), Spring.Opens(1));
        Assert.Equal(At(3, 23, 9), Spring.Opens(8));
        Assert.Equal(At(3, 30, 9), Spring.Schedule.EndsAt);
    }

    [Fact]
    public void Create_WhenRepeated_ChangesNothing() =>
        Cohort.Create(Spring, Plan with { WeekIds = [.. Plan.WeekIds], Tracks = [.. Plan.Tracks] }, At(2, 20)).Unchanged();

    [Fact]
    public void Create_WhenTheNameIsTakenByAnotherPlan_IsRefused() =>
        Cohort.Create(Spring, Plan with { Seats = 40 }, Founded).Refused("cohort.exists");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("A name of more than sixty letters, which fits on no small screen.")]
    public void Create_WhenTheNameIsEmptyOrTooLong_IsRefused(string name) =>
        Try(Plan with { Name = name }).Refused("cohort.name");

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("europe/berlin")]
    [InlineData("UTC+02:00")]
    [InlineData("")]
    public void Create_WhenTheZoneIsNoIanaZone_IsRefusedAndNamesIt(string zone) =>
        Assert.Equal(zone, Try(Plan with { Zone = zone }).Refused("cohort.zone").Args["zone"]);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void Create_WhenThereAreNoSeatsOrTooMany_IsRefused(int seats) =>
        Try(Plan with { Seats = seats }).Refused("cohort.seats");

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Create_WhenCompletionAsksForNoneOrMoreThanAll_IsRefused(int modules) =>
        Try(Plan with { Completion = new CompletionRule(modules) }).Refused("cohort.completion");

    [Fact]
    public void Create_WhenTheCourseHasNoWeeks_IsRefused() =>
        Try(Plan with { WeekIds = [] }).Refused("cohort.completion");

    [Fact]
    public void Create_WhenTheFirstDayIsOver_IsRefusedAndNamesIt() =>
        Assert.Equal("2026-01-04", Try(Plan with { FirstDay = new(2026, 1, 4) }).Refused("cohort.past-start").Args["date"]);

    [Fact]
    public void Create_WhenTheFirstDayIsToday_OpensTheFirstWeekAtOnce()
    {
        var today = Found(Plan with { FirstDay = new(2026, 1, 5) });

        Assert.Equal(1, today.Schedule.Current(Founded)?.Week);
    }

    [Fact]
    public void Create_WhenItIsAlreadyTomorrowInTheZone_CountsThatAsToday()
    {
        var late = Instant.FromUtc(2026, 1, 5, 23, 30);

        Cohort.Create(null, Plan with { FirstDay = new(2026, 1, 5) }, late).Refused("cohort.past-start");
        Cohort.Create(null, Plan with { FirstDay = new(2026, 1, 5), Zone = "America/Lima" }, late).Accepted();
    }

    [Theory]
    [InlineData(9999, 12, 31)]
    [InlineData(2036, 1, 6)]
    public void Create_WhenTheFirstDayIsMoreThanTenYearsAway_IsRefused(int year, int month, int day) =>
        Try(Plan with { FirstDay = new(year, month, day) }).Refused("cohort.far-start");

    [Fact]
    public void Create_WhenALaterDatabaseDropsTheZone_TheCohortStaysReadable() =>
        Assert.Equal(DateTimeZone.Utc, (Plan with { Zone = "Gone/Away" }).DateTimeZone);
}
