using NodaTime;

namespace CohortCourses.Domain.Cohorts;

/// <summary>What someone is in a cohort. Who organises the installation stands elsewhere.</summary>
public enum CohortRole
{
    Participant,
    Mentor,
    Instructor,
    Evaluator,
}

/// <summary>One line of the roster. The name lives with the learner; its mark only keeps two people from the same one.</summary>
public sealed record Membership(CohortRole Role, string? Track, string HandleMark, Instant JoinedAt);
