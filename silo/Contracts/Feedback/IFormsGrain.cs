namespace CohortCourses.Contracts.Feedback;

/// <summary>The forms that were opened in a cohort, keyed by its slug; 300 at most.</summary>
[Alias("forms")]
public interface IFormsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Opens a form, and everyone who is looking is told. A form that was promised to be answered anonymously is not opened again with a weaker
    /// promise: <c>feedback.weaker</c>.
    /// </summary>
    [Alias("open")]
    Task<OpenReply> Open(OpenForm form);

    /// <summary>All of them, in the order in which they were opened.</summary>
    [ReadOnly, Alias("list")]
    Task<ImmutableArray<FormView>> List();

    /// <summary>One by its name in the cohort, or null.</summary>
    [ReadOnly, Alias("find")]
    Task<FormView?> Find(string form);

    /// <summary>The forms that are open and wait for an answer of this learner.</summary>
    [ReadOnly, Alias("waiting")]
    Task<ImmutableArray<FormView>> Waiting(string learner);

    /// <summary>Which of these forms the learner has answered, in whichever week.</summary>
    /// <param name="among">By the ids that the course gives them.</param>
    [ReadOnly, Alias("answered-by")]
    Task<ImmutableArray<string>> AnsweredBy(string learner, ImmutableArray<string> among);

    /// <summary>Who has answered this form, in whichever week; in the order of their ids.</summary>
    /// <param name="form">By the id that the course gives it.</param>
    [ReadOnly, Alias("respondents")]
    Task<ImmutableArray<string>> Respondents(string form);

    /// <summary>Those of <see cref="Respondents"/> of whom that is on disk, as in <see cref="IFormGrain.Recorded"/>.</summary>
    [ReadOnly, Alias("recorded")]
    Task<ImmutableArray<string>> Recorded(string form);

    /// <summary>Closes a form before its time. Twice is once.</summary>
    [Alias("close")]
    Task<Outcome> Close(string form);

    /// <summary>Lets everybody in the cohort see the results, or not any more.</summary>
    [Alias("show-results")]
    Task<Outcome> ShowResults(string form, bool shown);

    /// <summary>Takes a person out of all forms. Anonymous answers stay: nobody knows which are theirs. May be repeated.</summary>
    [Alias("forget")]
    Task Forget(string learner);
}
