using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CohortCourses.Tests.Web.Calendar;

/// <summary>Places local times by a VTIMEZONE alone, as a program that knows no zones of its own has to.</summary>
internal sealed class ReadZone(Component zone)
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private readonly List<(LocalDateTime At, Offset From, Offset To)> onsets =
        [.. zone.Components.SelectMany(Onsets).OrderBy(onset => onset.At)];

    public static LocalDateTime ReadLocal(string value) => Local.Parse(value).Value;

    /// <summary>The offset of the last onset at or before a local time; a time that comes twice is meant the first time.</summary>
    public Instant Resolve(LocalDateTime local)
    {
        var at = onsets.FindLastIndex(onset => onset.At <= local);
        Assert.True(at >= 0, $"{local} lies before everything that the zone says");
        var (start, from, to) = onsets[at];
        var gain = to.Ticks - from.Ticks;
        Assert.False(gain > 0 && local < start.PlusTicks(gain), $"{local} does not exist");
        return local.WithOffset(to).ToInstant();
    }

    private static IEnumerable<(LocalDateTime At, Offset From, Offset To)> Onsets(Component observance)
    {
        Assert.Contains(observance.Name, new[] { "STANDARD", "DAYLIGHT" });
        Assert.DoesNotContain(observance.Properties, property => property.Name == "RDATE");
        var (start, from, to) = (ReadLocal(observance["DTSTART"].Value), ReadOffset(observance["TZOFFSETFROM"].Value), ReadOffset(observance["TZOFFSETTO"].Value));
        if (observance.Properties.Find(property => property.Name == "RRULE") is not { } rule)
        {
            return [(start, from, to)];
        }

        var dates = Enumerable.Range(start.Year, 40).Select(year => DateIn(year, rule.Value) + start.TimeOfDay).ToList();
        Assert.Equal(start, dates[0]);
        return dates.Select(date => (date, from, to));
    }

    private static LocalDate DateIn(int year, string rule)
    {
        var parts = rule.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        Assert.Equal(["BYDAY", "BYMONTH", "FREQ"], parts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("YEARLY", parts["FREQ"]);
        var month = int.Parse(parts["BYMONTH"], CultureInfo.InvariantCulture);
        var occurrence = int.Parse(parts["BYDAY"][..^2], CultureInfo.InvariantCulture);
        var day = Enum.GetValues<IsoDayOfWeek>().Single(candidate => candidate.ToString().ToUpperInvariant().StartsWith(parts["BYDAY"][^2..], StringComparison.Ordinal));
        var days = Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(year, month)).Select(number => new LocalDate(year, month, number)).Where(date => date.DayOfWeek == day).ToList();
        return occurrence > 0 ? days[occurrence - 1] : days[^-occurrence];
    }

    private static Offset ReadOffset(string value)
    {
        Assert.Matches("^[+-][0-9]{4}([0-9]{2})?$", value);
        var seconds = (int.Parse(value[1..3], CultureInfo.InvariantCulture) * 3600) + (int.Parse(value[3..5], CultureInfo.InvariantCulture) * 60)
            + (value.Length > 5 ? int.Parse(value[5..], CultureInfo.InvariantCulture) : 0);
        return Offset.FromSeconds(value[0] == '-' ? -seconds : seconds);
    }
}
