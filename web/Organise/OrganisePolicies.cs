using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Organise;

internal static class OrganisePolicies
{
    public static readonly PolicyRow[] Rows =
    [
        new("GET", "/organise", Who.Organiser),
        new("GET", "/organise/new", Who.Organiser),
        new("POST", "/organise/new", Who.Organiser, "preview"),
        new("POST", "/organise/new", Who.Organiser, "create"),
    ];
}
