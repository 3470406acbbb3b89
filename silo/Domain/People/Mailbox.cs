using NodaTime;

namespace CohortCourses.Domain.People;

/// <summary>Where mail reaches a person. Nothing but the question whether it is theirs goes to an address before they said yes.</summary>
public sealed record Mailbox(string Address, Instant? ConfirmedAt)
{
    /// <summary>Names an address. Another one has to be confirmed anew; the same one twice is once.</summary>
    public static Decision<Mailbox> Name(Mailbox? known, string address) =>
        known?.Address == address ? Decision.Unchanged(known) : new Mailbox(address, ConfirmedAt: null);

    public Decision<Mailbox> Confirm(string address, Instant now) => this switch
    {
        _ when Address != address => MailboxRejections.OtherAddress,
        { ConfirmedAt: not null } => Decision.Unchanged(this),
        _ => this with { ConfirmedAt = now },
    };
}

public static class MailboxRejections
{
    /// <summary>The person has named another address meanwhile, or none.</summary>
    public static readonly Rejection OtherAddress = Rejection.Of("mail.other-address");
}
