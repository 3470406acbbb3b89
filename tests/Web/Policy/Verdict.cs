using System.Net;
using CohortCourses.Web.Policy;

namespace CohortCourses.Tests.Web.Policy;

/// <summary>What becomes of a request at the gate.</summary>
internal enum Verdict
{
    Pass,
    SignIn,
    Forbidden,
    NotFound,
}

internal static class Verdicts
{
    /// <summary>What the table promises somebody, worked out anew: the gate's own reading is what is tested.</summary>
    /// <param name="role">What they are in the cohort, or in the installation.</param>
    public static Verdict Promised(PolicyRow row, Role role)
    {
        var inCohort = row.Method == "HUB" || row.Route.Contains("{cohort}", StringComparison.Ordinal);
        return row.Who switch
        {
            var who when who.HasFlag(Who.Anyone) => Verdict.Pass,
            _ when role.Who == Who.Anyone => Verdict.SignIn,
            var who when !inCohort => (who & (Who.SignedIn | role.Who)) != Who.Nobody ? Verdict.Pass : Verdict.NotFound,
            _ when role.Who == Who.SignedIn => Verdict.NotFound,
            var who => (who & role.Who) != Who.Nobody ? Verdict.Pass : Verdict.Forbidden,
        };
    }

    /// <summary>What an answer shows. A request of ours that passes may still be refused for what it lacks, such as its antiforgery token.</summary>
    public static Verdict Shown(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => Verdict.SignIn,
        HttpStatusCode.Found when response.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) == true => Verdict.SignIn,
        HttpStatusCode.Forbidden => Verdict.Forbidden,
        HttpStatusCode.NotFound => Verdict.NotFound,
        _ => Verdict.Pass,
    };
}

/// <summary>Somebody who tries every door.</summary>
/// <param name="Who"><see cref="Who.Anyone"/> for who is not signed in, <see cref="Who.SignedIn"/> for who is in another cohort.</param>
internal sealed record Role(string Name, Who Who);
