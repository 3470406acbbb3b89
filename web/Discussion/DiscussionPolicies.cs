using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Discussion;

internal static class DiscussionPolicies
{
    private const string Thread = "/c/{cohort}/discussion/{thread:guid}";
    private const string Post = "/c/{cohort}/discussion/{thread:guid}/{post:guid}";

    public static readonly PolicyRow[] Rows =
    [
        new("GET", "/c/{cohort}/discussion", Who.Members),
        new("GET", "/c/{cohort}/discussion/new", Who.OnRoster),
        new("POST", "/c/{cohort}/discussion/new", Who.OnRoster, "start"),
        new("POST", "/c/{cohort}/discussion/new", Who.OnRoster, "preview"),
        new("GET", "/c/{cohort}/discussion/names", Who.OnRoster),
        new("POST", "/c/{cohort}/discussion/presence", Who.OnRoster),
        new("GET", Thread, Who.Members),
        new("POST", Thread, Who.OnRoster, "reply"),
        new("POST", Thread, Who.OnRoster, "preview"),
        new("POST", Thread, Who.OnRoster, "react"),
        new("POST", Thread, Who.OnRoster, "read"),
        new("POST", Thread, Who.OnRoster, "publishing"),
        new("GET", Post, Who.Members),
        new("POST", Post, Who.OnRoster, "edit"),
        new("POST", Post, Who.OnRoster, "withdraw"),
        new("POST", Post, Who.OnRoster, "answer"),
        new("GET", "/c/{cohort}/ask", Who.Members),
        new("POST", "/c/{cohort}/ask", Who.OnRoster, "ask"),
        new("POST", "/c/{cohort}/ask", Who.OnRoster, "preview"),
    ];
}
