namespace CohortCourses.Contracts.Feedback;

/// <summary>A page of the answers to a form that are kept under a person, keyed by <c>cohort/form/n</c>: 25 at most.</summary>
[Alias("response-page")]
public interface IResponsePageGrain : IGrainWithStringKey
{
    /// <summary>Keeps an answer in place of any that the person gave before.</summary>
    [Alias("keep")]
    Task Keep(StoredResponse response);

    [ReadOnly, Alias("read")]
    Task<ImmutableArray<StoredResponse>> Read();

    /// <summary>Whether it was ever written to. Erasing people may have emptied it since.</summary>
    [ReadOnly, Alias("exists")]
    Task<bool> Exists();

    /// <summary>Reads, and lets the page go out of memory: for those who read all pages.</summary>
    [ReadOnly, Alias("read-through")]
    Task<ImmutableArray<StoredResponse>> ReadThrough();

    [Alias("forget")]
    Task Forget(string learner);
}

/// <summary>A page of anonymous answers to a form, keyed by <c>cohort/form/n</c>: 25 at most, in the order of their random ids.</summary>
[Alias("ballot-page")]
public interface IBallotPageGrain : IGrainWithStringKey
{
    /// <summary>Keeps a ballot. The same one twice is once, and stays as it was.</summary>
    [Alias("keep")]
    Task Keep(StoredBallot ballot);

    [ReadOnly, Alias("read")]
    Task<ImmutableArray<StoredBallot>> Read();

    /// <summary>Reads, and lets the page go out of memory: for those who read all pages.</summary>
    [ReadOnly, Alias("read-through")]
    Task<ImmutableArray<StoredBallot>> ReadThrough();
}

/// <summary>A page of who has answered an anonymous form, keyed by <c>cohort/form/n</c>: 1,000 at most, in the order of their ids.</summary>
[Alias("receipt-page")]
public interface IReceiptPageGrain : IGrainWithStringKey
{
    /// <summary>Keeps several at once, and leaves no trace of how the answers before them came in.</summary>
    [Alias("keep")]
    Task Keep(ImmutableArray<string> learners);

    /// <summary>Whether it was ever written to. Erasing people may have emptied it since.</summary>
    [ReadOnly, Alias("exists")]
    Task<bool> Exists();

    [ReadOnly, Alias("read")]
    Task<ImmutableArray<string>> Read();

    [Alias("forget")]
    Task Forget(string learner);
}
