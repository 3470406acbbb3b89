namespace CohortCourses.Web.Policy;

internal static class SitePolicies
{
    public static readonly PolicyRow[] Rows =
    [
        new("POST", "/language", Who.Anyone),
    ];
}
