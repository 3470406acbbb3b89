namespace CohortCourses.Domain.Cohorts;

/// <summary>How many participants left a cohort for good in a week that was open, by track. Who they were is not kept.</summary>
public sealed record Departure(int Week, string? Track, int People);
