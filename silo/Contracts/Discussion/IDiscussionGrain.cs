namespace CohortCourses.Contracts.Discussion;

/// <summary>The threads of one week, keyed <c>cohort/week</c>; the private ones of a cohort, keyed <c>cohort/private</c>.</summary>
[Alias("discussion")]
public interface IDiscussionGrain : IGrainWithStringKey
{
    /// <summary>Lists a thread. Twice is once; refused as <c>discussion.full</c> beyond 1,500.</summary>
    [Alias("add")]
    Task<Outcome> Add(string thread);

    [Alias("remove")]
    Task<Outcome> Remove(string thread);

    /// <summary>News from a thread. An older version than is known changes nothing.</summary>
    [OneWay, Alias("changed")]
    Task Changed(ThreadSummary summary);

    /// <summary>The threads, in no particular order.</summary>
    [ReadOnly, Alias("list")]
    Task<ImmutableArray<ThreadSummary>> List();
}
