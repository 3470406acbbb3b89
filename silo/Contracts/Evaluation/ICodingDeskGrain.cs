namespace CohortCourses.Contracts.Evaluation;

/// <summary>
/// Who codes the answers to which question of a cohort, keyed by its slug. Coders read apart from each other: nobody sees what another coded
/// before both said that they are done.
/// </summary>
[Alias("coding-desk")]
public interface ICodingDeskGrain : IGrainWithStringKey
{
    /// <summary>Everyone who codes something, and whether they are done.</summary>
    [ReadOnly, Alias("codings")]
    Task<ImmutableArray<CodingView>> Codings();

    /// <summary>Codes a passage as one coder; their first one begins their reading. Refused as <c>coding.done</c> once they said they are done.</summary>
    [Alias("code")]
    Task<Outcome> Code(CodingKey coding, PassageView passage);

    [Alias("uncode")]
    Task<Outcome> Uncode(CodingKey coding, string passage);

    /// <summary>Changes the code of a passage, or whether it may be quoted; null leaves it.</summary>
    [Alias("change")]
    Task<Outcome> Change(CodingKey coding, string passage, string? code, bool? mayQuote);

    /// <summary>Says that a coder has read everything. Twice is once.</summary>
    [Alias("say-done")]
    Task<Outcome> SayDone(CodingKey coding);

    /// <summary>Goes on reading; refused as <c>coding.both-done</c> once another is done as well.</summary>
    [Alias("go-on")]
    Task<Outcome> GoOn(CodingKey coding);

    /// <summary>What somebody coded; null if the reader may not see it yet.</summary>
    [ReadOnly, Alias("passages")]
    Task<ImmutableArray<PassageView>?> Passages(CodingKey coding, string reader);

    /// <summary>Forgets what was coded in a text by anybody.</summary>
    [Alias("forget")]
    Task Forget(string text);
}

/// <summary>One person's reading of the answers to one question.</summary>
/// <param name="Form">The id of the opened form.</param>
/// <param name="Coder">A learner id.</param>
[GenerateSerializer, Immutable, Alias("coding.key")]
public sealed record CodingKey(string Form, string Question, string Coder);

/// <param name="Done">Since when they say that they are done; null while they read.</param>
[GenerateSerializer, Immutable, Alias("coding.view")]
public sealed record CodingView(CodingKey Key, DateTimeOffset? Done);
