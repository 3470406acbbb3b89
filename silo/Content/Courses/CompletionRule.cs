namespace CohortCourses.Content.Courses;

/// <summary>What it takes to complete a course.</summary>
/// <param name="Modules">How many weeks a participant has to mark complete: from 1 to the number of weeks.</param>
public sealed record CompletionRule(int Modules);
