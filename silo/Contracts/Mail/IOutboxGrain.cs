namespace CohortCourses.Contracts.Mail;

/// <summary>
/// One drawer of the outbox, keyed by <see cref="OutboxDrawers"/>: the mail of some learners, by learner id, kind and what it is about. What a
/// letter says and which address it goes to is found out when it is sent; neither is kept here.
/// </summary>
[Alias("outbox")]
public interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>Takes a letter in. The same id twice is one letter; more than ten mentions a day are left to the digest. Refused as <c>mail.full</c>.</summary>
    [Alias("queue")]
    Task<Outcome> Queue(NewLetter letter);

    /// <summary>Takes in the digest that is due to a learner, if one is: at a decent hour, once for each morning of their rhythm.</summary>
    /// <param name="since">When they came; they are told of no morning before.</param>
    [Alias("queue-digest")]
    Task<Outcome> QueueDigest(string learner, DigestRhythm rhythm, string zone, DateTimeOffset since);

    /// <summary>
    /// Hands out a letter that may be sent now, or null. It is marked as under way, durably, before this returns: whoever gets it reports with
    /// <see cref="Settle"/>. A letter without a report after ten minutes is shown as <see cref="LetterStatus.Unknown"/> and not handed out again.
    /// </summary>
    [Alias("take")]
    Task<LetterView?> Take();

    /// <summary>Reports how a try ended. Twice is once; a report of an earlier try changes nothing.</summary>
    /// <param name="attempt">The <see cref="LetterView.Tries"/> that <see cref="Take"/> handed out.</param>
    /// <param name="reason">A word for why, if it was not sent: no address, no name, nothing that a server said.</param>
    [Alias("settle")]
    Task<Outcome> Settle(string id, int attempt, DeliveryResult result, string? reason);

    /// <summary>Tries a letter once more that failed or whose fate is unknown, or leaves it. Twice is once.</summary>
    [Alias("resolve")]
    Task<Outcome> Resolve(string id, bool again);

    [ReadOnly, Alias("get")]
    Task<OutboxView> Get();

    /// <summary>What is known of one learner's letters.</summary>
    [ReadOnly, Alias("of")]
    Task<ImmutableArray<LetterView>> Of(string learner);

    /// <summary>Forgets a learner's letters.</summary>
    [Alias("forget")]
    Task Forget(string learner);
}
