using System.Collections.Immutable;

namespace CohortCourses.Hosting;

/// <summary>What a command on a data folder has to say, a line each, and whether it did what was asked.</summary>
public sealed record DataReport(bool Succeeded, ImmutableArray<string> Lines);
