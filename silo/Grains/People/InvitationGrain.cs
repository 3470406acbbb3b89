using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Domain.Cohorts;
using CohortCourses.Domain.People;
using CohortCourses.Grains.Cohorts;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.People;

[Document("invitation", 1)]
internal sealed record InvitationDocument : IDocument<Invitation, InvitationDocument>
{
    public string Id { get; init; } = "";

    public string Cohort { get; init; } = "";

    public CohortRole Role { get; init; }

    public string? Track { get; init; }

    public int MostUses { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public ImmutableArray<string> UsedBy { get; init; } = [];

    public bool Revoked { get; init; }

    public Invitation ToState() =>
        new(Id, Cohort, Role, Track, MostUses, CreatedAt.ToInstant(), ExpiresAt.ToInstant(), [.. UsedBy], Revoked);

    public static InvitationDocument From(Invitation state) => new()
    {
        Id = state.Id,
        Cohort = state.Cohort,
        Role = state.Role,
        Track = state.Track,
        MostUses = state.MostUses,
        CreatedAt = state.CreatedAt.ToOffset(),
        ExpiresAt = state.ExpiresAt.ToOffset(),
        UsedBy = [.. state.UsedBy.Order(StringComparer.Ordinal)],
        Revoked = state.Revoked,
    };
}

[GrainType("invitation")]
internal sealed class InvitationGrain(
    [PersistentState("invitation")] IPersistentState<InvitationDocument> document,
    TimeProvider clock) : DocumentGrain<Invitation, InvitationDocument>(document), IInvitationGrain
{
    public Task<Outcome> Issue(NewInvitation invitation) => DecideFromNothing(existing => Invitation.Issue(
        existing,
        invitation.Id,
        invitation.Cohort,
        invitation.Role.ToDomain(),
        invitation.Track,
        invitation.MostUses,
        invitation.ExpiresAt.ToInstant(),
        clock.GetCurrentInstant()));

    public Task<InvitationView?> Get() => Task.FromResult(State is { } invitation
        ? new InvitationView(
            this.GetPrimaryKeyString(),
            invitation.Id,
            invitation.Cohort,
            (Contracts.Cohorts.CohortRole)invitation.Role,
            invitation.Track,
            invitation.MostUses,
            invitation.UsedBy.Count,
            invitation.CreatedAt.ToOffset(),
            invitation.ExpiresAt.ToOffset(),
            invitation.Problem(clock.GetCurrentInstant())?.Code)
        : null);

    public Task<Outcome> Redeem(string learner) =>
        Decide(InvitationRejections.Unknown, invitation => invitation.Redeem(learner, clock.GetCurrentInstant()));

    public Task<Outcome> MayRedeem(string? learner) => Task.FromResult(State is { } invitation
        ? invitation.Redeem(learner ?? "", clock.GetCurrentInstant()).ToOutcome()
        : InvitationRejections.Unknown.ToOutcome());

    public Task<Outcome> Revoke() => Decide(InvitationRejections.Unknown, invitation => invitation.Revoke());
}
