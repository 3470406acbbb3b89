using CohortCourses.Web.Calendar;
using NodaTime;
using NodaTime.TimeZones;

namespace CohortCourses.Tests.Web.Calendar;

public sealed class CalendarZoneTests
{
    private static readonly LocalTime[] Times = [LocalTime.Midnight, new(1, 30), new(2, 0), new(2, 30), new(9, 0), new(23, 45)];

    /// <summary>Eight weeks from days all over three years, at hours at which clocks change too.</summary>
    [Fact]
    public void Write_InEveryZone_TimesReadBackAsTheSameInstants() =>
        Parallel.ForEach(TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct(StringComparer.Ordinal), id => ReadsBack(id, everyDays: 31));

    [Theory]
    [InlineData("Africa/Cairo")]
    [InlineData("Africa/Casablanca")]
    [InlineData("America/New_York")]
    [InlineData("America/Santiago")]
    [InlineData("Asia/Jerusalem")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Europe/Dublin")]
    [InlineData("Pacific/Chatham")]
    public void Write_WhereTheClocksAreTricky_TimesReadBackAsTheSameInstantsFromEveryDay(string id) => ReadsBack(id, everyDays: 1);

    /// <summary>The form that Outlook reads: one yearly rule there and one back.</summary>
    [Theory]
    [InlineData("Europe/Paris", "BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU")]
    [InlineData("America/New_York", "BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU")]
    [InlineData("Australia/Lord_Howe", "BYMONTH=10;BYDAY=1SU", "BYMONTH=4;BYDAY=1SU")]
    [InlineData("Pacific/Auckland", "BYMONTH=9;BYDAY=-1SU", "BYMONTH=4;BYDAY=1SU")]
    public void Write_WhereTheClocksChangeByAYearlyRule_GivesOneRuleThereAndOneBack(string id, string there, string back)
    {
        var observances = Zone(id, new LocalDate(2027, 2, 1)).Components;

        Assert.Equal(2, observances.Count);
        Assert.Equal($"FREQ=YEARLY;{there}", Assert.Single(observances, one => one.Name == "DAYLIGHT")["RRULE"].Value);
        Assert.Equal($"FREQ=YEARLY;{back}", Assert.Single(observances, one => one.Name == "STANDARD")["RRULE"].Value);
    }

    [Theory]
    [InlineData("Africa/Nairobi", "+0300")]
    [InlineData("Asia/Kathmandu", "+0545")]
    [InlineData("America/Sao_Paulo", "-0300")]
    [InlineData("Etc/UTC", "+0000")]
    public void Write_WhereTheClocksNeverChange_GivesOneOffset(string id, string offset)
    {
        var only = Assert.Single(Zone(id, new LocalDate(2027, 2, 1)).Components);

        Assert.Equal("STANDARD", only.Name);
        Assert.Equal(offset, only["TZOFFSETFROM"].Value);
        Assert.Equal(offset, only["TZOFFSETTO"].Value);
    }

    /// <summary>Morocco set its clocks back for Ramadan, which follows the moon.</summary>
    [Fact]
    public void Write_WhereTheClocksFollowNoYearlyRule_NamesEachChangeByItself()
    {
        var observances = Zone("Africa/Casablanca", new LocalDate(2026, 2, 2)).Components;

        Assert.Equal(3, observances.Count);
        Assert.DoesNotContain(observances, one => one.Properties.Exists(property => property.Name is "RRULE" or "RDATE"));
        Assert.Single(Zone("Africa/Casablanca", new LocalDate(2026, 6, 1)).Components);
    }

    /// <summary>Half past one comes twice when Lord Howe sets its clocks back by half an hour, and programs disagree over which is meant.</summary>
    [Fact]
    public void Write_WhenALocalTimeComesTwice_NamesTheInstantInUtc()
    {
        var zone = DateTimeZoneProviders.Tzdb["Australia/Lord_Howe"];
        var first = new LocalDateTime(2027, 4, 4, 1, 30).InZone(zone, Resolver).ToInstant();

        var start = Assert.Single(StrictReader.Read(Write(zone, [first])).All("VEVENT"))["DTSTART"];

        Assert.Equal("20270403T143000Z", start.Value);
    }

    private static void ReadsBack(string id, int everyDays)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        for (var (day, turn) = (new LocalDate(2025, 1, 1), 0); day.Year < 2028; (day, turn) = (day.PlusDays(everyDays), turn + 1))
        {
            var time = Times[turn % Times.Length];
            List<Instant> weeks = [.. Enumerable.Range(0, 8).Select(week => day.PlusWeeks(week).At(time).InZone(zone, Resolver).ToInstant())];
            Assert.Equal(weeks, Resolve(StrictReader.Read(Write(zone, weeks)), id));
        }
    }

    private static Component Zone(string id, LocalDate first)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        return Assert.Single(StrictReader.Read(Write(zone, Enumerable.Range(0, 8).Select(week => first.PlusWeeks(week).At(new(9, 0)).InZone(zone, Resolver).ToInstant()))).All("VTIMEZONE"));
    }

    /// <summary>What the domain promises: the first of two, and the first moment after a gap.</summary>
    private static ZonedDateTime Resolver(ZoneLocalMapping mapping) =>
        mapping.Count == 0 ? new(mapping.LateInterval.Start, mapping.Zone) : mapping.First();

    private static string Write(DateTimeZone zone, IEnumerable<Instant> starts) =>
        CalendarWriter.Write(new("c", zone, [.. starts.Select(start => CalendarWriterTests.Entry() with { StartsAt = start })]));

    private static IEnumerable<Instant> Resolve(Component calendar, string id)
    {
        var zone = new ReadZone(Assert.Single(calendar.All("VTIMEZONE"), zone => zone["TZID"].Value == id));
        return calendar.All("VEVENT").Select(appointment =>
        {
            var start = appointment["DTSTART"];
            if (start.Value.EndsWith('Z'))
            {
                Assert.Empty(start.Parameters);
                return ReadZone.ReadLocal(start.Value[..^1]).InUtc().ToInstant();
            }

            Assert.Equal(id, start.Parameters["TZID"]);
            return zone.Resolve(ReadZone.ReadLocal(start.Value));
        });
    }
}
