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
    public static async Task<IReadOnlyList<FormView>> WaitingAsync(this IGrainFactory grains, HttpContext context) => await AllAsync(grains, context, isExit: false);

    /// <summary>The form for who leaves, if one is open and was not answered. Nobody is asked for it before.</summary>
    public static async Task<FormView?> ExitFormAsync(this IGrainFactory grains, HttpContext context) => (await AllAsync(grains, context, isExit: true)).FirstOrDefault();

    private static async Task<IReadOnlyList<FormView>> AllAsync(IGrainFactory grains, HttpContext context, bool isExit) =>
        context.Cohort() is { Member.Role: CohortRole.Participant } access
            ? [.. (await grains.Forms(access.Slug).Waiting(context.User.LearnerId())).Where(form => isExit == form.Definition.Kind is FormKind.Exit)]
            : [];
}
