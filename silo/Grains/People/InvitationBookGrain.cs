using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Domain.People;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.People;

[Document("invitation-book", 1)]
internal sealed record InvitationBookDocument
{
    public ImmutableArray<InvitationLine> Invitations { get; init; } = [];
}

/// <param name="Id">Null if the invitation was noted by its link alone.</param>
internal sealed record InvitationLine(string Hash, DateTimeOffset ExpiresAt, string? Id = null);

[GrainType("invitation-book")]
internal sealed class InvitationBookGrain(
    [PersistentState("invitation-book")] IPersistentState<InvitationBookDocument> document,
    TimeProvider clock) : RecordGrain<InvitationBookDocument>(document), IInvitationBookGrain
{
    private const int MostInvitations = 500;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private ImmutableArray<InvitationLine> Lines => [.. (Record?.Invitations ?? []).Where(line => line.ExpiresAt + Kept > clock.GetUtcNow())];

    public Task<Outcome> Note(string invitationHash, DateTimeOffset expiresAt) => Note(new InvitationLine(invitationHash, expiresAt));

    public Task<Outcome> Claim(string id, string invitationHash, DateTimeOffset expiresAt) =>
        Lines.Any(line => line.Id == id && line.Hash != invitationHash)
            ? Task.FromResult(InvitationRejections.Exists.ToOutcome())
            : Note(new InvitationLine(invitationHash, expiresAt, id));

    public Task<InvitationView?> Find(string id) => Lines.FirstOrDefault(line => line.Id == id) is { } line
        ? GrainFactory.Invitation(line.Hash).Get()
        : Task.FromResult<InvitationView?>(null);

    public async Task<ImmutableArray<InvitationView>> List()
    {
        var views = await Task.WhenAll(Lines.Reverse().Select(line => GrainFactory.Invitation(line.Hash).Get()));
        return [.. views.OfType<InvitationView>()];
    }

    private async Task<Outcome> Note(InvitationLine noted)
    {
        var lines = Lines;
        if (lines.Any(line => line.Hash == noted.Hash))
        {
            return Outcome.Ok;
        }

        if (lines.Length >= MostInvitations)
        {
            return InvitationRejections.TooMany.ToOutcome();
        }

        await Save(new() { Invitations = lines.Add(noted) });
        return Outcome.Ok;
    }
}
