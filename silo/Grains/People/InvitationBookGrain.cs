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

internal sealed record InvitationLine(string Hash, DateTimeOffset ExpiresAt);

[GrainType("invitation-book")]
internal sealed class InvitationBookGrain(
    [PersistentState("invitation-book")] IPersistentState<InvitationBookDocument> document,
    TimeProvider clock) : RecordGrain<InvitationBookDocument>(document), IInvitationBookGrain
{
    private const int MostInvitations = 500;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private ImmutableArray<InvitationLine> Lines => [.. (Record?.Invitations ?? []).Where(line => line.ExpiresAt + Kept > clock.GetUtcNow())];

    public async Task<Outcome> Note(string invitationHash, DateTimeOffset expiresAt)
    {
        var lines = Lines;
        if (lines.Any(line => line.Hash == invitationHash))
        {
            return Outcome.Ok;
        }

        if (lines.Length >= MostInvitations)
        {
            return InvitationRejections.TooMany.ToOutcome();
        }

        await Save(new() { Invitations = lines.Add(new(invitationHash, expiresAt)) });
        return Outcome.Ok;
    }

    public async Task<ImmutableArray<InvitationView>> List()
    {
        var views = await Task.WhenAll(Lines.Reverse().Select(line => GrainFactory.Invitation(line.Hash).Get()));
        return [.. views.OfType<InvitationView>()];
    }
}
