namespace CohortCourses.Domain.Evaluation;

/// <summary>Whether answers from two weeks or phases are answers to the same question.</summary>
public static class SameQuestion
{
    /// <summary>Why they cannot be compared, or null if they can.</summary>
    /// <param name="then">The hash of the wording that the earlier answers were given to.</param>
    /// <param name="meanTheSame">Pairs of wordings of which somebody said so, in either order.</param>
    public static Rejection? Refuse(string then, string now, IReadOnlyCollection<(string One, string Other)> meanTheSame) =>
        then == now || meanTheSame.Contains((then, now)) || meanTheSame.Contains((now, then)) ? null : EvaluationRejections.OtherWording;
}
