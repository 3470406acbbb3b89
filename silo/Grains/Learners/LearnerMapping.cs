using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Domain.Learners;
using CohortCourses.Grains.Cohorts;
using CohortCourses.Grains.Documents;

namespace CohortCourses.Grains.Learners;

/// <summary>Between what is true and what crosses a call.</summary>
internal static class LearnerMapping
{
    public static Preferences ToDomain(this PreferencesView preferences) =>
        new(preferences.Language, preferences.Zone, preferences.Mail, (Domain.Mail.DigestRhythm)preferences.Digest, preferences.Mentions);

    public static LearnerView ToView(this Learner learner, string id) => new(
        id,
        learner.Since.ToOffset(),
        learner.Preferences.ToView(),
        [.. learner.Enrolments.Keys]);

    private static PreferencesView ToView(this Preferences preferences) =>
        new(preferences.Language, preferences.Zone, preferences.Mail, (Contracts.Mail.DigestRhythm)preferences.Digest, preferences.Mentions);

    public static EnrolmentView ToView(this Enrolment enrolment, CohortView cohort, MemberView member, ImmutableArray<string> answered, DateTimeOffset now)
    {
        var standing = cohort.Standing(enrolment.Completed, answered);
        return new(
            cohort.Cohort,
            enrolment.Handle,
            member.Role,
            member.Track,
            enrolment.JoinedAt.ToOffset(),
            enrolment.IsPaused,
            [.. cohort.Weeks.Select(week => ToView(enrolment, week, now))],
            standing.Done,
            standing.Needed,
            standing.Complete,
            enrolment.SeenNews,
            enrolment.CarriedFrom,
            enrolment.ContinuedIn,
            enrolment.Research,
            standing.FormsMissing);
    }

    public static ProgressView ToProgress(this Enrolment enrolment, Preferences preferences) => new(
        preferences.Language,
        preferences.Zone,
        enrolment.JoinedAt.ToOffset(),
        enrolment.LastSeen.ToOffset(),
        enrolment.IsPaused ? enrolment.Pauses[^1].From.ToOffset() : null,
        enrolment.Research,
        [.. enrolment.Weeks.Where(week => week.Value.OpenedAt is not null).Select(week => new WeekProgressView(week.Key, week.Value.OpenedAt.ToOffset(), week.Value.CompletedAt.ToOffset()))]);

    private static WeekWorkView ToView(Enrolment enrolment, WeekView week, DateTimeOffset now)
    {
        var work = enrolment.Week(week.Number);
        return new(
            week.Number,
            work.OpenedAt.ToOffset(),
            work.CompletedAt.ToOffset(),
            enrolment.DueAt(week.Number, week.OpensAt.ToInstant(), week.DueAt.ToInstant(), now.ToInstant()).ToOffset(),
            work.ExtensionDays,
            work.SeenChange);
    }
}
