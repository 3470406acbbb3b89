namespace CohortCourses.Contracts.People;

/// <summary>Where mail reaches a learner, keyed by learner id. Part of the vault: only what sends mail and the person's own pages ask it.</summary>
[Alias("mailbox")]
public interface IMailboxGrain : IGrainWithStringKey
{
    /// <summary>The mailbox, or null if the learner named none.</summary>
    [ReadOnly, Alias("get")]
    Task<MailboxView?> Get();

    /// <summary>Names an address. Another one than before has to be confirmed anew; the same one twice is once.</summary>
    [Alias("name")]
    Task<Outcome> Name(string address);

    /// <summary>Notes that the address is the learner's own. Refused as <c>mail.other-address</c> if they have named another since, or none.</summary>
    [Alias("confirm")]
    Task<Outcome> Confirm(string address);

    /// <summary>Forgets the address.</summary>
    [Alias("close")]
    Task Close();
}

/// <summary>Where mail reaches a learner.</summary>
/// <param name="ConfirmedAt">Null as long as nothing but the question may go there.</param>
[GenerateSerializer, Immutable, Alias("mailbox.view")]
public sealed record MailboxView(string Address, DateTimeOffset? ConfirmedAt);
