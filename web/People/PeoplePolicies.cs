using CohortCourses.Web.Policy;

namespace CohortCourses.Web.People;

internal static class PeoplePolicies
{
    public static readonly PolicyRow[] Rows =
    [
        new("GET", "/sign-in", Who.Anyone),
        new("POST", "/sign-in", Who.Anyone),
        new("POST", "/sign-out", Who.Anyone),
        new("POST", "/sign-out", Who.SignedIn, "everywhere"),
    ];
}
