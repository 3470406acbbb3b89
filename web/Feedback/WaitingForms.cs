using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Feedback;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Feedback;

/// <summary>What a participant is asked to answer.</summary>
internal static class WaitingForms
{
    /// <summary>The forms that are open and wait for the reader's answer; none for who does not take part.</summary>
    public static async Task<IReadOnlyList<FormView>> WaitingAsync(this IGrainFactory grains, HttpContext context) =>
        context.Cohort() is { Member.Role: CohortRole.Participant } access ? await grains.Forms(access.Slug).Waiting(context.User.LearnerId()) : [];
}
