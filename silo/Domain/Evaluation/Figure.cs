using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>One outcome as it may be shown: for everyone together, and by each attribute alone.</summary>
public sealed record Figure(Sorting Whole, ImmutableArray<CrossTable> Tables)
{
    /// <summary>Whether there is anything to show.</summary>
    public bool IsShown => Whole.TellsApart;

    public static Figure Of(Breakdowns breakdowns, Sorting outcome) =>
        new(outcome, outcome.TellsApart ? [.. breakdowns.Offered.Select(attribute => CrossTable.Of(attribute, outcome))] : []);
}
