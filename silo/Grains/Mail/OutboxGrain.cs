using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;
using CohortCourses.Domain;
using CohortCourses.Domain.Mail;
using CohortCourses.Grains.Documents;
using DeliveryResult = CohortCourses.Contracts.Mail.DeliveryResult;
using DigestRhythm = CohortCourses.Contracts.Mail.DigestRhythm;
using LetterStatus = CohortCourses.Contracts.Mail.LetterStatus;

namespace CohortCourses.Grains.Mail;

[GrainType("outbox")]
internal sealed class OutboxGrain(
    [PersistentState("outbox")] IPersistentState<OutboxDocument> document,
    TimeProvider clock) : DocumentGrain<Outbox, OutboxDocument>(document), IOutboxGrain
{
    private NodaTime.Instant Now => clock.GetCurrentInstant();

    private IEnumerable<LetterView> Letters => (State ?? Outbox.Empty).Letters.Select(letter => letter.Value.ToView(letter.Key));

    public Task<Outcome> Queue(NewLetter letter) => Change(outbox =>
        outbox.Queue(letter.Id, letter.Learner, (Domain.Mail.LetterKind)letter.Kind, letter.Zone, letter.Cohort, letter.About, Now));

    public Task<Outcome> QueueDigest(string learner, DigestRhythm rhythm, string zone, DateTimeOffset since) => Change(outbox =>
        outbox.QueueDigest(learner, (Domain.Mail.DigestRhythm)rhythm, zone, since.ToInstant(), Now));

    public async Task<LetterView?> Take()
    {
        if (State is null)
        {
            return null;
        }

        await Change(outbox => outbox.GiveUpWaiting(Now));
        if (State.Next(Now) is not { } id)
        {
            return null;
        }

        await Change(outbox => outbox.Take(id, Now));
        return State.Letters[id].ToView(id);
    }

    public Task<Outcome> Settle(string id, int attempt, DeliveryResult result, string? reason) =>
        Change(outbox => outbox.Settle(id, attempt, (Domain.Mail.DeliveryResult)result, reason, Now));

    public Task<Outcome> Resolve(string id, bool again) => Change(outbox => outbox.Resolve(id, again, Now));

    public Task<OutboxView> Get()
    {
        var letters = Letters.ToLookup(letter => letter.Status);
        return Task.FromResult(new OutboxView(
            letters[LetterStatus.Waiting].Count(letter => letter.Tries == 0),
            letters[LetterStatus.Sent].Count(),
            [
                .. letters[LetterStatus.Unknown], .. letters[LetterStatus.Failed], .. letters[LetterStatus.Sending],
                .. letters[LetterStatus.Waiting].Where(letter => letter.Tries > 0),
            ]));
    }

    public Task<ImmutableArray<LetterView>> Of(string learner) => Task.FromResult<ImmutableArray<LetterView>>([.. Letters.Where(letter => letter.Learner == learner)]);

    public Task Forget(string learner) => Change(outbox => outbox.Forget(learner));

    private Task<Outcome> Change(Func<Outbox, Decision<Outbox>> rule) => DecideFromNothing(outbox => rule(outbox ?? Outbox.Empty));
}
