using System.Security.Claims;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.People;

namespace CohortCourses.Web.Policy;

/// <summary>The cohort of the route and what the reader is in it. The gate puts it on every request to a cohort that passes.</summary>
/// <param name="Member">The reader's line of the roster; null for an organiser who is not on it.</param>
public sealed record CohortAccess(CohortView Cohort, MemberView? Member, bool IsOrganiser)
{
    public string Slug => Cohort.Cohort;

    /// <summary>What the reader may act as.</summary>
    public Who Who => (IsOrganiser ? Who.Organiser : Who.Nobody) | Member?.Role switch
    {
        CohortRole.Participant => Who.Participant,
        CohortRole.Mentor => Who.Mentor,
        CohortRole.Instructor => Who.Instructor,
        CohortRole.Evaluator => Who.Evaluator,
        _ => Who.Nobody,
    };

    /// <summary>The cohort for someone who is signed in; null if there is none or they are not in it.</summary>
    public static async Task<CohortAccess?> Find(IGrainFactory grains, string slug, ClaimsPrincipal user)
    {
        var grain = grains.Cohort(slug);
        if (user.FindLearnerId() is not { } learner || await grain.Get() is not { } cohort)
        {
            return null;
        }

        var member = await grain.Member(learner);
        return member is not null || user.IsOrganiser() ? new(cohort, member, user.IsOrganiser()) : null;
    }

    public bool IsStaff => (Who & Who.Staff) != Who.Nobody;

    /// <summary>
    /// Whether the reader may bring people in, or take them out, in that role. Instructors may for who learns and who helps
    /// along; who teaches and who evaluates is the organiser's to say.
    /// </summary>
    public bool Manages(CohortRole role) =>
        IsOrganiser || (Member?.Role == CohortRole.Instructor && role is CohortRole.Participant or CohortRole.Mentor);
}

public static class CohortAccessExtensions
{
    /// <summary>The cohort of a request that passed the gate.</summary>
    public static CohortAccess Cohort(this HttpContext context) =>
        (CohortAccess?)context.Items[typeof(CohortAccess)] ?? throw new InvalidOperationException("This route names no cohort.");
}
