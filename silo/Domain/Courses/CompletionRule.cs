using System.Collections.Immutable;

namespace CohortCourses.Domain.Courses;

/// <summary>What it takes to complete a course: so many modules marked complete, and these forms answered.</summary>
public sealed record CompletionRule(int Modules)
{
    /// <summary>By the ids that the course gives them; answered in whichever week.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>Applies the rule. A course that skipped weeks never asks for more than it opened.</summary>
    /// <param name="answered">The forms that were answered, among others.</param>
    public CompletionStanding Apply(int completed, int openable, params IEnumerable<string> answered)
    {
        var needed = Math.Min(Modules, openable);
        var missing = Forms.RemoveRange(answered);
        return new(completed, needed, completed >= needed && missing.IsEmpty) { FormsMissing = missing };
    }

    public bool Equals(CompletionRule? other) => other is not null && Modules == other.Modules && Forms.SequenceEqual(other.Forms, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Modules, Forms.Length);
}

/// <summary>How far someone is, with the numbers that explain it.</summary>
public sealed record CompletionStanding(int Done, int Needed, bool Complete)
{
    /// <summary>The forms that are still to be answered.</summary>
    public ImmutableArray<string> FormsMissing { get; init; } = [];
}
