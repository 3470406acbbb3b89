namespace CohortCourses.Domain.Learners;

/// <summary>Why a learner's own record says no.</summary>
public static class EnrolmentRejections
{
    public static readonly Rejection NotEnrolled = Rejection.Of("enrolment.not-enrolled");
    public static readonly Rejection WeekNotOpen = Rejection.Of("week.not-open");
    public static readonly Rejection NoSuchWeek = Rejection.Of("week.unknown");
    public static readonly Rejection Extension = Rejection.Of("enrolment.extension", ("most", "60"));
    public static readonly Rejection TooManyPauses = Rejection.Of("enrolment.too-many-pauses", ("most", "50"));
    public static readonly Rejection OtherCourse = Rejection.Of("enrolment.other-course");
    public static readonly Rejection TooManyCohorts = Rejection.Of("enrolment.too-many-cohorts", ("most", "20"));
    public static readonly Rejection UnknownLearner = Rejection.Of("learner.unknown");
    public static readonly Rejection UnknownZone = Rejection.Of("learner.zone");
    public static readonly Rejection UnknownLanguage = Rejection.Of("learner.language");
}
