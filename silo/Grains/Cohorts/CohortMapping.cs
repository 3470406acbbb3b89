using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Courses;
using CohortCourses.Domain;
using CohortCourses.Domain.Cohorts;
using CohortCourses.Domain.Courses;
using CohortCourses.Grains.Documents;
using NodaTime;
using DomainRole = CohortCourses.Domain.Cohorts.CohortRole;

namespace CohortCourses.Grains.Cohorts;

/// <summary>Between what is true and what crosses a call.</summary>
internal static class CohortMapping
{
    public static CohortPlan ToPlan(this NewCohort cohort, CourseOutline course) => new(
        cohort.Course,
        cohort.Name.Trim(),
        course.WeekIds,
        new CompletionRule(course.ModulesToComplete) { Forms = course.FormsToComplete },
        course.Tracks,
        cohort.FirstDay.ToLocalDate(),
        LocalTime.FromTimeOnly(cohort.ReleaseTime),
        cohort.Zone,
        cohort.Seats);

    /// <summary>How far somebody is who completed so many weeks and answered these forms, among others.</summary>
    public static CompletionStanding Standing(this CohortView cohort, int completed, IEnumerable<string> answered) =>
        new CompletionRule(cohort.ModulesInRule) { Forms = cohort.FormsNeeded }.Apply(completed, cohort.Weeks.Count(week => !week.Skipped), answered);

    public static DomainRole ToDomain(this Contracts.Cohorts.CohortRole role) => (DomainRole)role;

    public static MemberView ToView(this Membership member, string learner) =>
        new(learner, (Contracts.Cohorts.CohortRole)member.Role, member.Track, member.JoinedAt.ToOffset());

    public static ReleaseView ToView(ReleaseRecord release) =>
        new(release.Week, release.OpensAt.ToOffset(), release.AnnouncedAt.ToOffset(), release.People);

    public static ScheduleChange ToDomain(this ScheduleChangeRequest change) => change.Kind switch
    {
        ScheduleChangeKind.Move => new ScheduleChange.Move(change.Id, change.Week, (change.To ?? DateOnly.MinValue).ToLocalDate()),
        ScheduleChangeKind.Skip => new ScheduleChange.Skip(change.Id, change.Week),
        _ => new ScheduleChange.Shift(change.Id, change.Week, change.Days ?? 0),
    };

    public static ImmutableArray<WeekView> WeekViews(this Cohort cohort)
    {
        var schedule = cohort.Schedule;
        return
        [
            .. schedule.Weeks.Select(week => new WeekView(
                week.Week,
                cohort.Plan.WeekIds[week.Week - 1],
                week.Date.ToDateOnly(),
                week.OpensAt.ToOffset(),
                schedule.DueAt(week.Week).ToOffset(),
                (Contracts.Cohorts.ReleaseFit)week.Fit,
                week.Skipped)),
        ];
    }

    public static SchedulePreview ToPreview(this Decision<Cohort> decision, Cohort? before) =>
        new(decision.Rejection?.ToOutcome() ?? Outcome.Ok, before?.WeekViews() ?? [], decision.State?.WeekViews() ?? []);

    public static CohortView ToView(this Cohort cohort, string slug)
    {
        var (plan, schedule) = (cohort.Plan, cohort.Schedule);
        return new(
            slug,
            plan.Course,
            plan.Name,
            plan.FirstDay.ToDateOnly(),
            plan.ReleaseTime.ToTimeOnly(),
            plan.Zone,
            plan.Seats,
            cohort.Members.Values.Count(member => member.Role == DomainRole.Participant),
            plan.Tracks,
            cohort.WeekViews(),
            schedule.EndsAt.ToOffset(),
            plan.Completion.Apply(0, schedule.Openable).Needed,
            plan.Completion.Modules,
            [.. cohort.Changes.Select(ToNews).OrderBy(news => news.Number)],
            cohort.CreatedAt.ToOffset(),
            plan.Completion.Forms);
    }

    private static ScheduleNews ToNews(RecordedChange made) => new(
        made.Number,
        made.Change switch
        {
            ScheduleChange.Move move => new(move.Id, ScheduleChangeKind.Move, move.Week, To: move.To.ToDateOnly()),
            ScheduleChange.Shift shift => new(shift.Id, ScheduleChangeKind.Shift, shift.Week, Days: shift.Days),
            var skip => new ScheduleChangeRequest(skip.Id, ScheduleChangeKind.Skip, skip.Week),
        },
        made.By,
        made.At.ToOffset(),
        made.UndoneAt.ToOffset());
}
