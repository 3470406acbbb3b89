using NodaTime;

namespace CohortCourses.Domain.Learners;

/// <summary>A learner's own dates: the cohort's, plus what was granted, plus the time they were away.</summary>
public static class OwnDates
{
    /// <summary>When a week is expected to be done. While a pause lasts the date moves on with the clock.</summary>
    /// <param name="opensAt">When the week opens: time away before that does not count.</param>
    /// <param name="dueAt">The cohort's date.</param>
    public static Instant DueAt(this Enrolment enrolment, int week, Instant opensAt, Instant dueAt, Instant now)
    {
        var away = enrolment.Pauses
            .Select(pause => pause.After(opensAt, now))
            .Aggregate(Duration.Zero, (sum, pause) => sum + pause);
        return dueAt + Duration.FromDays(enrolment.Week(week).ExtensionDays) + away;
    }
}
