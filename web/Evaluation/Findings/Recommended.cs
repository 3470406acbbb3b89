using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Evaluation;

/// <summary>What the phase before recommends for a place, for whoever looks after it.</summary>
/// <param name="Cohort">The cohort that was handed it.</param>
public sealed record Recommended(string Cohort, IReadOnlyList<PlanItemView> Items)
{
    /// <summary>Who looks after a cohort's weeks, calendar and talk.</summary>
    public const Who Readers = Who.Staff | Who.Evaluator;

    /// <summary>The recommendations for such places; none for whoever does not look after them.</summary>
    public static async Task<Recommended> OfAsync(IGrainFactory grains, CohortAccess access, Func<AimView, bool> places) =>
        (access.Who & Readers) != Who.Nobody && await grains.Phase(access.Slug).Get() is { } phase
            ? new(access.Slug, [.. phase.Items.Where(item => places(item.Aim))])
            : new(access.Slug, []);
}
