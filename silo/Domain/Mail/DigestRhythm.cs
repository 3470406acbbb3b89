using NodaTime;

namespace CohortCourses.Domain.Mail;

/// <summary>How often someone wants to be told what is new.</summary>
public enum DigestRhythm
{
    /// <summary>On Monday mornings.</summary>
    Weekly,

    /// <summary>Every morning.</summary>
    Daily,

    Never,
}

public static class DigestCalendar
{
    /// <summary>However long nobody could be told: older news stay on the pages.</summary>
    public static readonly Duration Longest = Duration.FromDays(14);

    /// <summary>The morning whose digest is due, whether it was sent or not; null if none is wanted.</summary>
    public static Instant? Morning(this DigestRhythm rhythm, Instant now, DateTimeZone zone) => rhythm switch
    {
        DigestRhythm.Daily => DecentHours.LastMorning(now, zone, _ => true),
        DigestRhythm.Weekly => DecentHours.LastMorning(now, zone, day => day.DayOfWeek == IsoDayOfWeek.Monday),
        _ => null,
    };

    /// <summary>From when on a digest tells what is new.</summary>
    /// <param name="last">Up to when the digest before told; null if there was none.</param>
    public static Instant Since(this DigestRhythm rhythm, Instant morning, Instant? last) => Instant.Max(
        last ?? morning - Duration.FromDays(rhythm == DigestRhythm.Daily ? 1 : 7),
        morning - Longest);
}
