using CohortCourses.Contracts;
using CohortCourses.Contracts.People;
using CohortCourses.Domain.People;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.People;

/// <summary>Belongs to the vault, as the account does.</summary>
[Document("mailbox", 1)]
internal sealed record MailboxDocument(string Address, DateTimeOffset? ConfirmedAt) : IDocument<Mailbox, MailboxDocument>
{
    public Mailbox ToState() => new(Address, ConfirmedAt.ToInstant());

    public static MailboxDocument From(Mailbox state) => new(state.Address, state.ConfirmedAt.ToOffset());
}

[GrainType("mailbox")]
internal sealed class MailboxGrain(
    [PersistentState("mailbox")] IPersistentState<MailboxDocument> document,
    TimeProvider clock) : DocumentGrain<Mailbox, MailboxDocument>(document), IMailboxGrain
{
    public Task<MailboxView?> Get() => Task.FromResult(State is { } mailbox ? new MailboxView(mailbox.Address, mailbox.ConfirmedAt.ToOffset()) : null);

    public Task<Outcome> Name(string address) => DecideFromNothing(known => Mailbox.Name(known, address));

    public Task<Outcome> Confirm(string address) =>
        Decide(MailboxRejections.OtherAddress, mailbox => mailbox.Confirm(address, clock.GetCurrentInstant()));

    public Task Close() => Forget();
}
