using CohortCourses.Domain.Cohorts;
using NodaTime;
using NodaTime.Text;

namespace CohortCourses.Tests.Domain.Cohorts;

/// <summary>What happens to a release time that the local clock never shows, or shows twice.</summary>
public sealed class ZoneTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:00:00Z", ReleaseFit.AfterGap)]
    [InlineData("Europe/Berlin", "2026-03-29T02:00:00", "2026-03-29T01:00:00Z", ReleaseFit.AfterGap)]
    [InlineData("Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z", ReleaseFit.Exact)]
    [InlineData("Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z", ReleaseFit.Exact)]
    [InlineData("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z", ReleaseFit.FirstOfTwo)]
    [InlineData("Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z", ReleaseFit.Exact)]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:30:00Z", ReleaseFit.AfterGap)]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z", ReleaseFit.FirstOfTwo)]
    [InlineData("Africa/Cairo", "2026-04-24T00:00:00", "2026-04-23T22:00:00Z", ReleaseFit.AfterGap)]
    public void Release_WhenTheClocksChange_OpensAtTheFirstValidMoment(string zone, string asked, string opens, ReleaseFit fit) =>
        Expect(zone, asked, opens, fit);

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04T00:00:00", "2018-11-04T03:00:00Z", ReleaseFit.AfterGap)]
    [InlineData("America/Sao_Paulo", "2019-02-16T23:30:00", "2019-02-17T01:30:00Z", ReleaseFit.FirstOfTwo)]
    [InlineData("America/Sao_Paulo", "2026-11-01T00:00:00", "2026-11-01T03:00:00Z", ReleaseFit.Exact)]
    [InlineData("Pacific/Apia", "2011-12-30T09:00:00", "2011-12-30T10:00:00Z", ReleaseFit.AfterGap)]
    [InlineData("Pacific/Apia", "2011-12-31T00:00:00", "2011-12-30T10:00:00Z", ReleaseFit.Exact)]
    public void Release_WhenACountryChangedItsRules_FollowsTheHistory(string zone, string asked, string opens, ReleaseFit fit) =>
        Expect(zone, asked, opens, fit);

    [Theory]
    [InlineData("2026-02-15T02:30:00", "2026-02-15T01:30:00Z", ReleaseFit.FirstOfTwo)]
    [InlineData("2026-02-16T02:30:00", "2026-02-16T02:30:00Z", ReleaseFit.Exact)]
    [InlineData("2026-03-22T02:30:00", "2026-03-22T02:00:00Z", ReleaseFit.AfterGap)]
    public void Release_WhenMoroccoTurnsItsClocksForRamadan_FollowsThem(string asked, string opens, ReleaseFit fit) =>
        Expect("Africa/Casablanca", asked, opens, fit);

    [Fact]
    public void Order_WhenAWholeDayIsSkipped_CountsTheInstantAndNotTheDay()
    {
        var plan = Samples.Plan with { FirstDay = new(2011, 12, 23), ReleaseTime = LocalTime.Midnight, Zone = "Pacific/Apia" };
        var cohort = Cohort.Create(null, plan, Instant.FromUtc(2011, 12, 1, 0, 0)).Accepted();

        var move = new ScheduleChange.Move("a", 3, new(2011, 12, 31));

        Assert.Equal(ReleaseFit.AfterGap, cohort.Schedule.Week(2)!.Fit);
        cohort.Change(move, "ines", Instant.FromUtc(2011, 12, 1, 0, 0)).Refused("schedule.order");
        cohort.Change(move with { To = new(2012, 1, 1) }, "ines", Instant.FromUtc(2011, 12, 1, 0, 0)).Accepted();
    }

    [Fact]
    public void Find_WhenTheZoneIsInTheDatabase_KnowsItAndNothingElse()
    {
        Assert.All(DateTimeZoneProviders.Tzdb.Ids, id => Assert.NotNull(Zones.Find(id)));
        Assert.Null(Zones.Find("UTC+05:30"));
        Assert.Null(Zones.Find("europe/berlin"));
    }

    private static void Expect(string zone, string asked, string opens, ReleaseFit fit)
    {
        var local = LocalDateTimePattern.ExtendedIso.Parse(asked).Value;
        var instant = InstantPattern.General.Parse(opens).Value;

        Assert.Equal((instant, fit), Zones.Resolve(local, Zones.Find(zone)!));
    }
}
