using CohortCourses.Contracts.Learners;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Cohorts;

internal static class ProgressWords
{
    /// <summary>How far somebody is: of the modules that the course asks for, or how many more they did.</summary>
    public static string Progress(this Words words, EnrolmentView enrolment) => enrolment.Done <= enrolment.Needed
        ? words.Get("home.progress", ("done", enrolment.Done), ("n", enrolment.Needed))
        : words.Get("home.progress.more", ("n", enrolment.Done), ("needed", enrolment.Needed));
}
