using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>Which findings a cohort has, in the order in which they were written.</summary>
/// <param name="Phases">The cohorts that were made from it.</param>
public sealed record FindingList(ImmutableList<string> Ids, ImmutableList<string> Phases)
{
    public const int MostFindings = 300;

    /// <summary>Beyond so many, later phases still know where they come from.</summary>
    public const int MostPhases = 100;

    public static readonly FindingList Empty = new([], []);

    public Decision<FindingList> Add(string id) =>
        Ids.Contains(id) ? Decision.Unchanged(this)
        : Ids.Count >= MostFindings ? FindingRejections.TooMany
        : this with { Ids = Ids.Add(id) };

    /// <summary>Notes that a cohort was made from this one.</summary>
    public Decision<FindingList> Follow(string cohort) =>
        Phases.Contains(cohort) || Phases.Count >= MostPhases ? Decision.Unchanged(this) : this with { Phases = Phases.Add(cohort) };
}
