using CohortCourses.Contracts;

namespace CohortCourses.Web.Evaluation;

internal static class CohortNames
{
    /// <summary>What people call a cohort; its slug if there is none.</summary>
    public static async Task<string> CohortNameAsync(this IGrainFactory grains, string cohort) => (await grains.Cohort(cohort).Get())?.Name ?? cohort;
}
