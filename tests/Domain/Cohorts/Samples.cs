using System.Collections.Immutable;
using CohortCourses.Domain.Cohorts;
using CohortCourses.Domain.Courses;
using NodaTime;

namespace CohortCourses.Tests.Domain.Cohorts;

/// <summary>A cohort in Berlin: eight Mondays at nine, from 2 February 2026. The clocks there go forward on 29 March.</summary>
internal static class Samples
{
    public const string Berlin = "Europe/Berlin";

    public static readonly Instant Founded = Instant.FromUtc(2026, 1, 5, 12, 0);

    public static readonly LocalDate FirstMonday = new(2026, 2, 2);

    public static readonly CohortPlan Plan = new(
        "building-partnerships",
        "Spring",
        [.. Enumerable.Range(1, 8).Select(week => $"part-{week}")],
        new CompletionRule(6),
        ["nascent", "emerging"],
        FirstMonday,
        new LocalTime(9, 0),
        Berlin,
        Seats: 3);

    public static readonly Cohort Spring = Found(Plan);

    public static Cohort Found(CohortPlan plan) => Cohort.Create(null, plan, Founded).Accepted();

    /// <summary>A moment in Berlin in 2026.</summary>
    public static Instant At(int month, int day, int hour = 12, int minute = 0) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(Plan.DateTimeZone).ToInstant();

    public static Instant Opens(this Cohort cohort, int week) => cohort.Schedule.Week(week)!.OpensAt;

    public static LocalDate Date(this Cohort cohort, int week) => cohort.Schedule.Week(week)!.Date;

    public static Cohort With(this Cohort cohort, params ImmutableArray<string> participants) =>
        participants.Aggregate(cohort, (joined, name) => joined.Admit(name, CohortRole.Participant, null, $"mark-{name}", Founded).Accepted());

    public static Cohort Changed(this Cohort cohort, ScheduleChange change) => cohort.Change(change, "ines", Founded).Accepted();
}
