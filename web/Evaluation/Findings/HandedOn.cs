using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Web.Evaluation;

/// <summary>A cohort and what it hands on to the one that follows it.</summary>
public sealed record HandedOn(CohortView Cohort, IReadOnlyList<FindingView> Accepted)
{
    public static async Task<HandedOn?> OfAsync(IGrainFactory grains, string? cohort) =>
        !string.IsNullOrEmpty(cohort) && await grains.Cohort(cohort).Get() is { } known
            ? new(known, [.. (await grains.Findings(cohort).List()).Where(finding => finding is { IsAccepted: true, Text.Aim: not null }).Reverse()])
            : null;
}
