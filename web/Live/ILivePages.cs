using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Live;

/// <summary>The pages of a cohort that have live parts of their own. A page is named by the id of its thread. Register it as a singleton.</summary>
public interface ILivePages
{
    /// <summary>Whether there is such a page in the cohort and the caller may see it.</summary>
    ValueTask<bool> MayLook(CohortAccess access, string learner, string page);
}
