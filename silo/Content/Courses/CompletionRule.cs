using System.Collections.Immutable;

namespace CohortCourses.Content.Courses;

/// <summary>What it takes to complete a course.</summary>
/// <param name="Modules">How many weeks a participant has to mark complete: from 1 to the number of weeks.</param>
/// <param name="Forms">Ids of the forms that have to be answered.</param>
public sealed record CompletionRule(int Modules, ImmutableArray<string> Forms);
