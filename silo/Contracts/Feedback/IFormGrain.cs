namespace CohortCourses.Contracts.Feedback;

/// <summary>A form that was opened in a cohort, keyed by <c>cohort/form</c>. Who has answered and what was answered are kept apart.</summary>
[Alias("form")]
public interface IFormGrain : IGrainWithStringKey
{
    /// <summary>Opens it as it will stay. Called by <c>FormsGrain</c>; the same id twice is once, another one is refused.</summary>
    [Alias("open")]
    Task<Outcome> Open(OpenForm form);

    /// <summary>The form, or null if it was not opened.</summary>
    [ReadOnly, Alias("get")]
    Task<FormView?> Get();

    /// <summary>
    /// Takes an answer, or another one in its place where the form allows it: anonymous answers cannot be changed. Refused as
    /// <c>feedback.closed</c>, <c>feedback.participants-only</c>, <c>feedback.answered</c>, or <c>feedback.check</c> with the questions.
    /// </summary>
    [Alias("answer")]
    Task<AnswerReply> Answer(AnswerForm answer);

    [ReadOnly, Alias("has-answered")]
    Task<bool> HasAnswered(string learner);

    /// <summary>Whether a learner has answered, and what.</summary>
    [ReadOnly, Alias("standing")]
    Task<FormStanding> Standing(string learner);

    /// <summary>Who has answered, in the order of their ids.</summary>
    [ReadOnly, Alias("respondents")]
    Task<ImmutableArray<string>> Respondents();

    /// <summary>
    /// Those of them of whom that is on disk, in the order of their ids: until an anonymous form closes, up to nine are not. A count that is kept on
    /// disk is of these, so that it says nothing that the form does not.
    /// </summary>
    [ReadOnly, Alias("recorded")]
    Task<ImmutableArray<string>> Recorded();

    /// <summary>How it was answered, as far as it is told to whoever may see its results.</summary>
    [ReadOnly, Alias("results")]
    Task<FormResults> Results();

    /// <summary>How many pages of answers there are.</summary>
    [ReadOnly, Alias("pages")]
    Task<int> Pages();

    /// <summary>A page of the answers that are kept under a person, from 1; empty for an anonymous form.</summary>
    [ReadOnly, Alias("responses")]
    Task<ImmutableArray<StoredResponse>> Responses(int page);

    /// <summary>A page of anonymous answers, from 1; empty until the form is closed, and if so few answered that the last ones could be told.</summary>
    [ReadOnly, Alias("ballots")]
    Task<ImmutableArray<StoredBallot>> Ballots(int page);

    [Alias("close")]
    Task<Outcome> Close();

    [Alias("show-results")]
    Task<Outcome> ShowResults(bool shown);

    [Alias("forget")]
    Task Forget(string learner);
}
