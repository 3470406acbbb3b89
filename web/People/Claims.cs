using System.Security.Claims;

namespace CohortCourses.Web.People;

/// <summary>What a signed-in person's ticket says of them: a learner id, never a name.</summary>
public static class Claims
{
    public const string Learner = "learner";

    public const string Organiser = "organiser";

    public static string? FindLearnerId(this ClaimsPrincipal user) => user.FindFirst(Learner)?.Value;

    /// <summary>The learner id of a request that passed the gate.</summary>
    public static string LearnerId(this ClaimsPrincipal user) =>
        user.FindLearnerId() ?? throw new InvalidOperationException("Nobody is signed in.");

    public static bool IsOrganiser(this ClaimsPrincipal user) => user.HasClaim(Organiser, "1");
}
