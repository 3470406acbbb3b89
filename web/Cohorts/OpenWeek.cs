using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Cohorts;

/// <summary>The module of an open week as one person reads it: with the blocks of their track, or of all tracks for those who run the cohort.</summary>
/// <param name="Work">What they did with it; null for who has no place in the cohort.</param>
internal sealed record OpenWeek(RenderedModule Module, WeekWorkView? Work)
{
    /// <param name="week">From 1; a week that the course has.</param>
    /// <param name="language">A language that the course lacks gives its source.</param>
    public static async Task<OpenWeek> OfAsync(CohortAccess access, CourseRevision course, int week, string language, string learner, IGrainFactory grains, ModuleRenderer renderer)
    {
        var enrolment = await grains.Learner(learner).Enrolment(access.Slug);
        var tracks = access.IsStaff ? course.Tracks : enrolment?.Track is { } track ? [track] : [];
        return new(renderer.Module(course, week, language, tracks), enrolment?.Weeks[week - 1]);
    }
}
