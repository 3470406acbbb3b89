using CohortCourses.Contracts.Cohorts;

namespace CohortCourses.Contracts.People;

/// <summary>An invitation, keyed by the SHA-256 hash of its token, in lower-case hexadecimal.</summary>
[Alias("invitation")]
public interface IInvitationGrain : IGrainWithStringKey
{
    /// <summary>Makes it. Twice is once.</summary>
    [Alias("issue")]
    Task<Outcome> Issue(NewInvitation invitation);

    /// <summary>The invitation, or null if no such link was ever made.</summary>
    [ReadOnly, Alias("get")]
    Task<InvitationView?> Get();

    /// <summary>Uses it for a learner. The same learner may retry.</summary>
    [Alias("redeem")]
    Task<Outcome> Redeem(string learner);

    /// <summary>What <see cref="Redeem"/> would say, without using it.</summary>
    /// <param name="learner">Null for someone who is not known yet.</param>
    [ReadOnly, Alias("may-redeem")]
    Task<Outcome> MayRedeem(string? learner);

    [Alias("revoke")]
    Task<Outcome> Revoke();
}

/// <summary>The invitations of a cohort, keyed by its slug, so that organisers can see and revoke them.</summary>
[Alias("invitation-book")]
public interface IInvitationBookGrain : IGrainWithStringKey
{
    /// <summary>Notes an invitation by its hash. Twice is once. At most 500 can be open, then <c>invitation.too-many</c>.</summary>
    [Alias("note")]
    Task<Outcome> Note(string invitationHash, DateTimeOffset expiresAt);

    /// <summary>
    /// Notes an invitation under its id, so that an id is one invitation whatever its link is. Refused as <c>invitation.exists</c> if
    /// another link has the id; then the one that asks takes its own back.
    /// </summary>
    [Alias("claim")]
    Task<Outcome> Claim(string id, string invitationHash, DateTimeOffset expiresAt);

    /// <summary>The invitation that claimed an id, or null.</summary>
    [ReadOnly, Alias("find")]
    Task<InvitationView?> Find(string id);

    /// <summary>All invitations that were noted, the newest first; ones that ended more than 30 days ago are left out.</summary>
    [ReadOnly, Alias("list")]
    Task<ImmutableArray<InvitationView>> List();
}

/// <summary>An invitation to make.</summary>
/// <param name="Id">A GUID made by who asks.</param>
/// <param name="MostUses">1 for a single person, up to 500 for an open link.</param>
[GenerateSerializer, Immutable, Alias("invitation.new")]
public sealed record NewInvitation(string Id, string Cohort, CohortRole Role, string? Track, int MostUses, DateTimeOffset ExpiresAt);

/// <summary>An invitation.</summary>
/// <param name="Hash">Its key. The token itself is known to nobody but who holds the link.</param>
/// <param name="Problem">Why it can't be used any more (<c>invitation.used</c>, <c>.expired</c>, <c>.revoked</c>), or null.</param>
[GenerateSerializer, Immutable, Alias("invitation.view")]
public sealed record InvitationView(string Hash, string Id, string Cohort, CohortRole Role, string? Track, int MostUses, int Uses, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string? Problem);
