namespace CohortCourses.Exports.Statements;

/// <summary>What somebody did, in the words of xAPI 1.0.3.</summary>
/// <param name="Actor">The study key.</param>
/// <param name="Day">The day; the hour is nobody's business.</param>
public sealed record Statement(string Actor, Verb Verb, Activity Activity, DateOnly Day)
{
    /// <summary>Whether it ended what it speaks of; null where that means nothing.</summary>
    public bool? IsComplete { get; init; }
}

/// <summary>A verb of the vocabulary that ADL keeps.</summary>
public enum Verb
{
    Registered,
    Completed,
    Answered,
    Exited,
}

/// <summary>What a statement is about.</summary>
/// <param name="Path">Its address below the cohort's, such as <c>/week/3</c>; empty for the course itself.</param>
public sealed record Activity(string Path, ActivityKind Kind, string Name, string Language);

public enum ActivityKind
{
    Course,
    Module,
    Survey,
}
