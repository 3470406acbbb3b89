namespace CohortCourses.Domain.Cohorts;

/// <summary>Decisions on a calendar that someone was shown first.</summary>
public static class LookedAt
{
    /// <summary>Decides only if the calendar still is what was looked at; a repetition that changes nothing passes.</summary>
    /// <param name="seen">The number of the newest change that was on it; null decides on whatever is there.</param>
    public static Decision<Cohort> AsSeen(this Cohort cohort, int? seen, Func<Cohort, Decision<Cohort>> rule)
    {
        var decision = rule(cohort);
        return decision.Changed && seen is not null && seen != cohort.NewsCount ? CohortRejections.ChangedMeanwhile : decision;
    }
}
