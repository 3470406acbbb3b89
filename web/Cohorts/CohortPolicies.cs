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
        new("GET", "/c/{cohort}/people", Who.Members),
        new("GET", "/c/{cohort}/manage", Who.Staff),
        new("POST", "/c/{cohort}/manage", Who.Staff, "announce"),
        new("POST", "/c/{cohort}/manage", Who.Staff, "withdraw"),
        new("GET", "/c/{cohort}/manage/schedule", Who.Staff),
        new("POST", "/c/{cohort}/manage/schedule", Who.Staff, "change"),
        new("POST", "/c/{cohort}/manage/schedule", Who.Staff, "undo"),
        new("GET", "/c/{cohort}/manage/invitations", Who.Staff),
        new("POST", "/c/{cohort}/manage/invitations", Who.Staff, "invite"),
        new("POST", "/c/{cohort}/manage/invitations", Who.Staff, "revoke"),
        new("GET", "/c/{cohort}/manage/people", Who.Staff),
        new("GET", "/c/{cohort}/manage/people/{learner}", Who.Staff),
        new("POST", "/c/{cohort}/manage/people/{learner}", Who.Staff, "extend"),
        new("POST", "/c/{cohort}/manage/people/{learner}", Who.Staff, "remove"),
        new("POST", "/c/{cohort}/manage/people/{learner}", Who.Organiser, "role"),
        new("POST", "/c/{cohort}/manage/people/{learner}", Who.Organiser, "passphrase"),
    ];
}
