namespace CohortCourses.Domain.Courses;

/// <summary>What it takes to complete a course: so many modules marked complete.</summary>
public sealed record CompletionRule(int Modules)
{
    /// <summary>Applies the rule. A course that skipped weeks never asks for more than it opened.</summary>
    public CompletionStanding Apply(int completed, int openable) =>
        new(completed, Math.Min(Modules, openable), completed >= Math.Min(Modules, openable));
}

/// <summary>How far someone is, with the numbers that explain it.</summary>
public sealed record CompletionStanding(int Done, int Needed, bool Complete);
