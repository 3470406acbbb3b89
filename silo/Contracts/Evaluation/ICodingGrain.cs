namespace CohortCourses.Contracts.Evaluation;

/// <summary>
/// What one coder coded in the answers to one question, keyed <c>cohort/form/question/coder</c>. Only <see cref="ICodingDeskGrain"/> calls it, which
/// knows who may see and change it.
/// </summary>
[Alias("coding")]
public interface ICodingGrain : IGrainWithStringKey
{
    /// <summary>Codes a passage. The same id twice is one; refused as <c>coding.full</c> beyond 25,000.</summary>
    [Alias("code")]
    Task<Outcome> Code(PassageView passage);

    [Alias("uncode")]
    Task<Outcome> Uncode(string passage);

    /// <summary>Changes the code of a passage, or whether it may be quoted; null leaves it.</summary>
    [Alias("change")]
    Task<Outcome> Change(string passage, string? code, bool? mayQuote);

    /// <summary>All passages, in the order in which they were coded.</summary>
    [ReadOnly, Alias("list")]
    Task<ImmutableArray<PassageView>> List();

    /// <summary>Forgets what was coded in a text.</summary>
    [Alias("forget")]
    Task Forget(string text);
}

/// <summary>A page of passages, keyed <c>cohort/form/question/coder/page</c>. Only its coding calls it.</summary>
[Alias("passages")]
public interface IPassagePageGrain : IGrainWithStringKey
{
    [Alias("code")]
    Task<Outcome> Code(PassageView passage);

    [Alias("uncode")]
    Task<Outcome> Uncode(string passage);

    [Alias("change")]
    Task<Outcome> Change(string passage, string? code, bool? mayQuote);

    [ReadOnly, Alias("list")]
    Task<ImmutableArray<PassageView>> List();

    [Alias("forget")]
    Task Forget(string text);
}

/// <summary>A part of a text with the code that somebody gave it.</summary>
/// <param name="Id">A GUID made by who codes.</param>
/// <param name="Text">The study key of the text.</param>
/// <param name="Code">The code as it was given, or <see cref="Nothing"/>.</param>
/// <param name="Start">The first character, in Unicode code points from 0.</param>
/// <param name="End">The one after the last.</param>
/// <param name="MayQuote">Whether its words may be used in a report.</param>
[GenerateSerializer, Immutable, Alias("coding.passage")]
public sealed record PassageView(string Id, string Text, string Code, int Start, int End, bool MayQuote = false)
{
    /// <summary>Stands for a whole text in which a coder found nothing to code.</summary>
    public const string Nothing = "-";
}
