using CohortCourses.Domain.Cohorts;
using NodaTime;
using System.Collections.Immutable;

namespace CohortCourses.Domain.People;

/// <summary>An invitation into a cohort. Its link is known to who holds it and to nobody else: only a hash is kept.</summary>
public sealed record Invitation(
    string Id,
    string Cohort,
    CohortRole Role,
    string? Track,
    int MostUses,
    Instant CreatedAt,
    Instant ExpiresAt,
    ImmutableHashSet<string> UsedBy,
    bool Revoked = false)
{
    public const int MostOpenUses = 500;

    public static readonly Duration LongestLife = Duration.FromDays(365);

    /// <summary>Makes an invitation. Made twice it is one; a link that opens something else already can't be taken for it.</summary>
    public static Decision<Invitation> Issue(
        Invitation? existing, string id, string cohort, CohortRole role, string? track, int mostUses, Instant expiresAt, Instant now) => existing switch
    {
        not null => existing.Id == id && existing.Cohort == cohort ? Decision.Unchanged(existing) : InvitationRejections.Exists,
        _ when mostUses is < 1 or > MostOpenUses => InvitationRejections.Uses,
        _ when expiresAt <= now || expiresAt > now + LongestLife => InvitationRejections.Expiry,
        _ => new Invitation(id, cohort, role, track, mostUses, now, expiresAt, []),
    };

    /// <summary>Why nobody new can use it, or null.</summary>
    public Rejection? Problem(Instant now) => this switch
    {
        { Revoked: true } => InvitationRejections.Revoked,
        _ when now >= ExpiresAt => InvitationRejections.Expired,
        _ when UsedBy.Count >= MostUses => InvitationRejections.Used,
        _ => null,
    };

    /// <summary>Redeems it. The same learner may retry; a single-use one belongs to whoever was first.</summary>
    public Decision<Invitation> Redeem(string learner, Instant now) =>
        UsedBy.Contains(learner) ? Decision.Unchanged(this)
        : Problem(now) is { } problem ? problem
        : this with { UsedBy = UsedBy.Add(learner) };

    public Decision<Invitation> Revoke() => Revoked ? Decision.Unchanged(this) : this with { Revoked = true };
}

public static class InvitationRejections
{
    public static readonly Rejection Unknown = Rejection.Of("invitation.unknown");
    public static readonly Rejection Exists = Rejection.Of("invitation.exists");
    public static readonly Rejection Revoked = Rejection.Of("invitation.revoked");
    public static readonly Rejection Expired = Rejection.Of("invitation.expired");
    public static readonly Rejection Used = Rejection.Of("invitation.used");
    public static readonly Rejection Uses = Rejection.Of("invitation.uses", ("most", "500"));
    public static readonly Rejection TooMany = Rejection.Of("invitation.too-many", ("most", "500"));
    public static readonly Rejection Expiry = Rejection.Of("invitation.expiry");
}
