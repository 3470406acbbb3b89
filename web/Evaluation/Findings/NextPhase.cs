using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>Makes the next cohort from one: it takes the same course and is handed the plan and the figures to be compared with.</summary>
internal static class NextPhase
{
    /// <summary>Makes the cohort, lists it, and hands it the plan. Sent again it does what was not done yet.</summary>
    /// <param name="by">The learner id of who makes it.</param>
    /// <param name="words">The language in which the figures are called.</param>
    public static async Task<Outcome> MakeAsync(IGrainFactory grains, string previous, string cohort, NewCohort plan, string by, Words words)
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
        return await grains.Phase(cohort).Begin(previous, by, await EvidenceFigures.OfAsync(grains, previous, words));
    }
}
