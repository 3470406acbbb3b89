namespace CohortCourses.Contracts.Courses;

/// <summary>A course, keyed by its slug: which revision is up, and what is wrong with the newest text.</summary>
[Alias("course")]
public interface ICourseGrain : IGrainWithStringKey
{
    /// <summary>The course as it is up, or null if no valid revision was ever published.</summary>
    [ReadOnly, Alias("get")]
    Task<CourseView?> Get();

    /// <summary>Puts a valid revision up. The same revision twice is published once.</summary>
    [Alias("publish")]
    Task Publish(CourseOutline outline);

    /// <summary>Records how many problems keep the newest text from being published. The last good revision stays up.</summary>
    [Alias("refuse")]
    Task Refuse(int problems);
}

/// <summary>What cohorts need of a course; its text lives in content/.</summary>
/// <param name="Revision">A hash over all its files.</param>
/// <param name="WeekIds">The stable ids of the weeks, in order.</param>
/// <param name="ModulesToComplete">How many weeks must be marked complete.</param>
/// <param name="FormsToComplete">Ids of the forms that must be answered.</param>
[GenerateSerializer, Immutable, Alias("course.outline")]
public sealed record CourseOutline(string Revision, ImmutableArray<string> WeekIds, ImmutableArray<string> Tracks, int ModulesToComplete, ImmutableArray<string> FormsToComplete = default)
{
    /// <summary>Empty where it was left out, also by a caller that does not know it yet.</summary>
    public ImmutableArray<string> FormsToComplete { get => field.IsDefault ? [] : field; init; } = FormsToComplete;
}

/// <summary>A course that is up.</summary>
/// <param name="Problems">How many problems the newest text has; 0 if it is what is up.</param>
[GenerateSerializer, Immutable, Alias("course.view")]
public sealed record CourseView(string Course, CourseOutline Outline, DateTimeOffset PublishedAt, int Problems);
