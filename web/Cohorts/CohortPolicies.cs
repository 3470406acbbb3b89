using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Cohorts;

internal static class CohortPolicies
{
    public static readonly PolicyRow[] Rows =
    [
        new("GET", "/c/{cohort}", Who.Members),
        new("POST", "/c/{cohort}", Who.Members, "seen"),
        new("GET", "/c/{cohort}/week/{week:int}", Who.Members),
        new("POST", "/c/{cohort}/week/{week:int}", Who.Members, "complete"),
        new("POST", "/c/{cohort}/week/{week:int}", Who.Members, "reopen"),
    ];
}
