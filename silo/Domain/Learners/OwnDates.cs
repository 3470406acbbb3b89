using CohortCourses.Domain.Cohorts;
using NodaTime;

namespace CohortCourses.Domain.Learners;

/// <summary>A learner's own dates: the cohort's, plus what was granted, plus the time they were away.</summary>
public static class OwnDates
{
    /// <summary>When a week is expected to be done. While a pause lasts the date moves on with the clock.</summary>
    public static Instant DueAt(this Enrolment enrolment, Schedule schedule, int week, Instant now)
    {
        var opens = schedule.Week(week)?.OpensAt ?? schedule.EndsAt;
        var away = enrolment.Pauses
            .Select(pause => pause.After(opens, now))
            .Aggregate(Duration.Zero, (sum, pause) => sum + pause);
        return schedule.DueAt(week) + Duration.FromDays(enrolment.Week(week).ExtensionDays) + away;
    }
}
