using CohortCourses.Web.Policy;

namespace CohortCourses.Web.People;

internal static class PeoplePolicies
{
    public static readonly PolicyRow[] Rows =
    [
        new("GET", "/sign-in", Who.Anyone),
        new("POST", "/sign-in", Who.Anyone),
        new("GET", "/sign-out", Who.Anyone),
        new("POST", "/sign-out", Who.Anyone),
        new("POST", "/sign-out", Who.SignedIn, "everywhere"),
        new("GET", "/setup/{token}", Who.Anyone),
        new("POST", "/setup/{token}", Who.Anyone),
        new("GET", "/passphrase/{learner}/{token}", Who.Anyone),
        new("POST", "/passphrase/{learner}/{token}", Who.Anyone),
        new("GET", "/join/{token}", Who.Anyone),
        new("POST", "/join/{token}", Who.Anyone),
        new("GET", "/me", Who.SignedIn),
        new("POST", "/me", Who.SignedIn),
        new("POST", "/me", Who.SignedIn, "link"),
        new("GET", "/me/passphrase", Who.SignedIn),
        new("POST", "/me/passphrase", Who.SignedIn),
        new("GET", "/me/tokens", Who.SignedIn),
        new("POST", "/me/tokens", Who.SignedIn),
        new("POST", "/me/tokens", Who.SignedIn, "revoke"),
        new("GET", "/me/export", Who.SignedIn),
        new("GET", "/me/erase", Who.SignedIn),
        new("POST", "/me/erase", Who.SignedIn),
        new("GET", "/c/{cohort}/me", Who.OnRoster),
        new("POST", "/c/{cohort}/me", Who.OnRoster, "rename"),
        new("POST", "/c/{cohort}/me", Who.OnRoster, "track"),
        new("POST", "/c/{cohort}/me", Who.OnRoster, "research"),
        new("POST", "/c/{cohort}/me", Who.OnRoster, "pause"),
        new("POST", "/c/{cohort}/me", Who.OnRoster, "resume"),
        new("POST", "/c/{cohort}/me", Who.OnRoster, "calendar"),
        new("POST", "/c/{cohort}/me", Who.OnRoster, "noCalendar"),
        new("POST", "/c/{cohort}/me", Who.OnRoster, "leave"),
        new("GET", "/c/{cohort}/me/confirmation", Who.OnRoster),
        new("POST", "/c/{cohort}/me/confirmation", Who.OnRoster),
        new("POST", "/c/{cohort}/me/confirmation", Who.OnRoster, "end"),
        new("GET", "/confirmed/{token}", Who.Anyone),
    ];
}
