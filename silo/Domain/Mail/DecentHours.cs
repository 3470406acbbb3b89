using CohortCourses.Domain.Cohorts;
using NodaTime;

namespace CohortCourses.Domain.Mail;

/// <summary>When mail may reach a person: from eight in the morning until eight in the evening, where they live.</summary>
public static class DecentHours
{
    public static readonly LocalTime From = new(8, 0);

    /// <summary>Exclusive.</summary>
    public static readonly LocalTime Until = new(20, 0);

    public static bool Hold(Instant now, DateTimeZone zone) => now.InZone(zone).TimeOfDay is var time && time >= From && time < Until;

    /// <summary>The last moment, up to and with now, at which the clock came to <see cref="From"/> on a day that counts.</summary>
    public static Instant LastMorning(Instant now, DateTimeZone zone, Func<LocalDate, bool> counts)
    {
        for (var day = now.InZone(zone).Date; ; day = day.PlusDays(-1))
        {
            if (counts(day) && Zones.Resolve(day + From, zone).Instant is var morning && morning <= now)
            {
                return morning;
            }
        }
    }
}
