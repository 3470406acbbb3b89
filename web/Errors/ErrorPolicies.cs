using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Errors;

internal static class ErrorPolicies
{
    public static readonly PolicyRow[] Rows =
    [
        new("GET", ErrorPages.PagePath, Who.Anyone),
        new("GET", ErrorPages.ProblemPath, Who.Anyone),
    ];
}
