using NodaTime;
using NodaTime.Text;

namespace CohortCourses.Web.Calendar;

/// <summary>Writes iCalendar (RFC 5545, RFC 7986). It stands for Ical.Net: nothing else knows the format.</summary>
public static class CalendarWriter
{
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>How often programs should ask again, as an ISO 8601 duration.</summary>
    private const string Refresh = "PT6H";

    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static string Write(CalendarFile calendar)
    {
        var lines = new ContentLines()
            .Add("BEGIN:VCALENDAR")
            .Add("VERSION:2.0")
            .Add("PRODID:-//CohortCourses//Calendar//EN")
            .Add("CALSCALE:GREGORIAN")
            .AddText("NAME", calendar.Name)
            .AddText("X-WR-CALNAME", calendar.Name)
            .AddText("X-WR-TIMEZONE", calendar.Zone.Id)
            .Add($"REFRESH-INTERVAL;VALUE=DURATION:{Refresh}")
            .Add($"X-PUBLISHED-TTL:{Refresh}");
        if (calendar.Entries.Length > 0)
        {
            Write(lines, calendar.Zone.Id, ZoneOnset.For(calendar.Zone, calendar.Entries.Min(entry => entry.StartsAt), calendar.Entries.Max(entry => entry.StartsAt)));
        }

        foreach (var entry in calendar.Entries)
        {
            Write(lines, calendar.Zone, entry);
        }

        return lines.Add("END:VCALENDAR").ToString();
    }

    private static void Write(ContentLines lines, string id, IEnumerable<ZoneOnset> onsets)
    {
        lines.Add("BEGIN:VTIMEZONE").AddText("TZID", id);
        foreach (var onset in onsets)
        {
            var component = onset.IsDaylight ? "DAYLIGHT" : "STANDARD";
            lines.Add($"BEGIN:{component}").Add($"DTSTART:{Local.Format(onset.At)}");
            if (onset.Rule is { } rule)
            {
                lines.Add($"RRULE:FREQ=YEARLY;BYMONTH={rule.Month};BYDAY={rule.Occurrence}{WeekdayOf(rule.Day)}");
            }

            lines.Add($"TZOFFSETFROM:{Write(onset.From)}").Add($"TZOFFSETTO:{Write(onset.To)}").AddText("TZNAME", onset.Name).Add($"END:{component}");
        }

        lines.Add("END:VTIMEZONE");
    }

    private static void Write(ContentLines lines, DateTimeZone zone, CalendarEntry entry) => lines
        .Add("BEGIN:VEVENT")
        .Add($"UID:{entry.Uid}")
        .Add($"SEQUENCE:{entry.Sequence}")
        .Add($"DTSTAMP:{Utc.Format(entry.RevisedAt)}")
        .Add($"LAST-MODIFIED:{Utc.Format(entry.RevisedAt)}")
        .Add(Start(zone, entry.StartsAt))
        .Add($"DURATION:PT{(int)entry.Length.TotalMinutes}M")
        .AddText($"SUMMARY;LANGUAGE={entry.Language}", entry.Title)
        .AddText($"DESCRIPTION;LANGUAGE={entry.Language}", entry.Description)
        .Add($"URL:{entry.Address.AbsoluteUri}")
        .Add($"STATUS:{(entry.Cancelled ? "CANCELLED" : "CONFIRMED")}")
        .Add("TRANSP:TRANSPARENT")
        .Add("END:VEVENT");

    /// <summary>A local time that comes twice is meant the first time, but programs differ over it; in UTC they can't.</summary>
    private static string Start(DateTimeZone zone, Instant at)
    {
        var local = at.InZone(zone).LocalDateTime;
        return zone.MapLocal(local).Count > 1 ? $"DTSTART:{Utc.Format(at)}" : $"DTSTART;TZID={zone.Id}:{Local.Format(local)}";
    }

    private static string Write(Offset offset)
    {
        var (sign, size) = offset < Offset.Zero ? ('-', -offset) : ('+', offset);
        var time = LocalTime.Midnight.PlusSeconds(size.Seconds);
        return $"{sign}{time.Hour:00}{time.Minute:00}{(time.Second == 0 ? "" : $"{time.Second:00}")}";
    }

    private static string WeekdayOf(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => "MO",
        IsoDayOfWeek.Tuesday => "TU",
        IsoDayOfWeek.Wednesday => "WE",
        IsoDayOfWeek.Thursday => "TH",
        IsoDayOfWeek.Friday => "FR",
        IsoDayOfWeek.Saturday => "SA",
        _ => "SU",
    };
}
