namespace CohortCourses.Web.Policy;

/// <summary>Who may do something. Cohort roles count in the cohort of the route; an organiser may do in every cohort what an instructor may.</summary>
[Flags]
public enum Who
{
    Nobody = 0,
    Anyone = 1,
    SignedIn = 2,
    Participant = 4,
    Mentor = 8,
    Instructor = 16,
    Evaluator = 32,
    Organiser = 64,

    /// <summary>A program with the secret link of a member's calendar: it sees what that member sees there, and only there.</summary>
    CalendarKey = 128,

    /// <summary>Who has a place of their own in the cohort.</summary>
    OnRoster = Participant | Mentor | Instructor | Evaluator,

    /// <summary>Everyone on the roster, and the organiser.</summary>
    Members = OnRoster | Organiser,

    /// <summary>Who runs a cohort.</summary>
    Staff = Instructor | Organiser,
}
