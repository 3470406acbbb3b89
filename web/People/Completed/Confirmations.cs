using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.People;

/// <summary>What somebody completed, as they may show it to others: the name that they go by, and nothing else that tells who they are.</summary>
/// <param name="Course">As its files stand now.</param>
/// <param name="Weeks">The weeks that they completed, in order.</param>
/// <param name="LastDay">When they completed the last of them, by the cohort's calendar.</param>
public sealed record Confirmation(string Handle, CohortView Cohort, CourseRevision Course, IReadOnlyList<CourseWeek> Weeks, DateOnly LastDay)
{
    public DateOnly FirstDay => Dates.DayIn(Cohort.Weeks[0].OpensAt, Dates.ZoneOf(Cohort.Zone));

    /// <summary>How long the modules take by their own word, in whole hours, at least one.</summary>
    public int Hours => Math.Max(1, (int)Math.Round(Weeks.Sum(week => week.Minutes) / 60.0, MidpointRounding.AwayFromZero));
}

/// <summary>Reads confirmations. There is one as long as the course is complete by its own rule; a mark that is taken back takes it away.</summary>
public sealed class Confirmations(IGrainFactory grains, CourseLibrary courses)
{
    public async Task<Confirmation?> FindAsync(string learner, string cohort)
    {
        if (await grains.Cohort(cohort).Get() is not { } held
            || courses.Find(held.Course) is not { } course
            || await grains.Learner(learner).Enrolment(cohort) is not { Complete: true } enrolment)
        {
            return null;
        }

        var done = enrolment.Weeks.Where(week => week.CompletedAt is not null && week.Number <= course.Weeks.Length).ToList();
        return done.Count == 0
            ? null
            : new(enrolment.Handle, held, course, [.. done.Select(week => course.Weeks[week.Number - 1])], Dates.DayIn(done.Max(week => week.CompletedAt!.Value), Dates.ZoneOf(held.Zone)));
    }
}
