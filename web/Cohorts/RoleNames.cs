using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Cohorts;

public static class RoleNames
{
    /// <summary>What a role is called in the reader's language.</summary>
    public static string Role(this Words words, CohortRole role) => words[role switch
    {
        CohortRole.Mentor => "role.mentor",
        CohortRole.Instructor => "role.instructor",
        CohortRole.Evaluator => "role.evaluator",
        _ => "role.participant",
    }];

    /// <summary>The role that a form names, or null.</summary>
    public static CohortRole? Read(string? typed) =>
        Enum.GetValues<CohortRole>().Where(role => string.Equals(role.ToString(), typed, StringComparison.OrdinalIgnoreCase)).Select(role => (CohortRole?)role).FirstOrDefault();
}
