using System.Collections.Immutable;

namespace CohortCourses.Domain.Feedback;

/// <summary>A question is shown only if an earlier one has one of these answers.</summary>
public sealed record Condition(string Question, ImmutableArray<string> Is)
{
    /// <summary>A question that was itself not shown has no answer, so what depends on it is not shown either.</summary>
    public bool IsMetBy(Response response) => response.To(Question).Any(answer => Is.Contains(answer, StringComparer.Ordinal));
}
