using NodaTime;

namespace CohortCourses.Domain.Learners;

/// <summary>A learner's own dates: the cohort's, plus what was granted, plus the time they were away.</summary>
public static class OwnDates
{
    /// <summary>
    /// When a week is expected to be done. A pause that begins before that date moves it by the time away, on with the
    /// clock while the pause lasts; a date that had passed when the pause began stays.
    /// </summary>
    /// <param name="opensAt">When the week opens: time away before that does not count.</param>
    /// <param name="dueAt">The cohort's date.</param>
    public static Instant DueAt(this Enrolment enrolment, int week, Instant opensAt, Instant dueAt, Instant now) =>
        enrolment.Pauses.Aggregate(
            dueAt + Duration.FromDays(enrolment.Week(week).ExtensionDays),
            (due, pause) => pause.From < due ? due + pause.After(opensAt, now) : due);
}
