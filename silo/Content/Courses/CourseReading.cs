using System.Collections.Immutable;

namespace CohortCourses.Content.Courses;

/// <summary>What came of reading a course's folder: a revision, unless a problem is an error, and every problem found.</summary>
public sealed record CourseReading(string CourseId, CourseRevision? Revision, ImmutableArray<ContentProblem> Problems);
