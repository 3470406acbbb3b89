namespace CohortCourses.Contracts.Evaluation;

/// <summary>
/// Who codes the answers to which question of a cohort, keyed by its slug. Coders read apart from each other: nobody sees what another coded
/// before both said that they are done.
/// </summary>
[Alias("coding-desk")]
public interface ICodingDeskGrain : IGrainWithStringKey
{
    /// <summary>
    /// The answers to one question of an opened form, in the order of their study keys; as of at most a minute ago. Of a confidential form those of
    /// people who agreed to research; of an anonymous one those that may be read once it is closed; of a named one none.
    /// </summary>
    [Alias("texts"), ResponseTimeout("00:02:00")]
    Task<ImmutableArray<CodingText>> Texts(string form, string question);

    /// <summary>
    /// How many answers each question has that may be coded, of all that <see cref="Texts"/> hands out. Of a large cohort it is what was counted last, which
    /// says when that was; it is counted again meanwhile.
    /// </summary>
    [Alias("codable"), ResponseTimeout("00:02:00")]
    Task<CodableView> Codable();

    /// <summary>
    /// Two coders' readings side by side, for somebody who is one of them. Refused as <c>coding.not-done</c> until both are done.
    /// </summary>
    [Alias("compare"), ResponseTimeout("00:02:00")]
    Task<CodersReply> Compare(CodingKey first, CodingKey second, string reader);

    /// <summary>
    /// For each code the share of texts that have it, by track where that may be told: a text has a code if everyone who is done found it there.
    /// Empty as long as nobody is done.
    /// </summary>
    [Alias("themes"), ResponseTimeout("00:02:00")]
    Task<ImmutableArray<ThemeView>> Themes(string form, string question);

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

    /// <summary>Forgets what was coded in somebody's answers, and the quotes from them. May be repeated.</summary>
    [Alias("erase")]
    Task Erase(string learner);
}

/// <summary>An answer to code.</summary>
/// <param name="Key">The study key that stands for who wrote it.</param>
/// <param name="Words">As it is kept; lines end in LF.</param>
/// <param name="Language">The language of the page that it was written on; null for anonymous answers.</param>
[GenerateSerializer, Immutable, Alias("coding.text")]
public sealed record CodingText(string Key, string Words, string? Language);

/// <summary>How much there is to code.</summary>
/// <param name="Questions">Those that were answered.</param>
[GenerateSerializer, Immutable, Alias("coding.codable")]
public sealed record CodableView(DateTimeOffset AsOf, ImmutableArray<CodableQuestion> Questions)
{
    public int Texts(string form, string question) => Questions.FirstOrDefault(one => one.Form == form && one.Question == question)?.Texts ?? 0;
}

/// <param name="Form">The id of the opened form.</param>
[GenerateSerializer, Immutable, Alias("coding.codable-question")]
public sealed record CodableQuestion(string Form, string Question, int Texts);

/// <summary>How far two coders agree.</summary>
/// <param name="N">How many decisions are compared: one for each text and code.</param>
/// <param name="Observed">The share of them that are alike, 0 to 1.</param>
/// <param name="Kappa">Cohen's kappa, -1 to 1; null where chance explains everything.</param>
/// <param name="Low">The lower end of its 95% interval.</param>
[GenerateSerializer, Immutable, Alias("coding.agreement")]
public sealed record AgreementView(int N, double? Observed, double? Kappa, double? Low, double? High);

/// <summary>How far they agree on one code.</summary>
/// <param name="Both">In how many texts both found it.</param>
[GenerateSerializer, Immutable, Alias("coding.code-agreement")]
public sealed record CodeAgreementView(string Code, AgreementView Agreement, int Both, int FirstOnly, int SecondOnly);

/// <summary>A text that they see differently: codes that both found there, and those that only one did.</summary>
[GenerateSerializer, Immutable, Alias("coding.apart")]
public sealed record CodedApartView(CodingText Text, ImmutableArray<string> Both, ImmutableArray<string> FirstOnly, ImmutableArray<string> SecondOnly);

[GenerateSerializer, Immutable, Alias("coding.coders")]
public sealed record CodersView(int Texts, AgreementView Overall, ImmutableArray<CodeAgreementView> Codes, ImmutableArray<CodedApartView> Apart);

/// <param name="View">Null if it was refused.</param>
[GenerateSerializer, Immutable, Alias("coding.coders-reply")]
public sealed record CodersReply(Outcome Outcome, CodersView? View);

/// <summary>How many texts have one code. No group of fewer than five is in it.</summary>
/// <param name="Figure">Its outcomes are <c>without</c> and <c>with</c>; none where that is not shown.</param>
[GenerateSerializer, Immutable, Alias("coding.theme")]
public sealed record ThemeView(string Code, FigureView Figure);

/// <summary>One person's reading of the answers to one question.</summary>
/// <param name="Form">The id of the opened form.</param>
/// <param name="Coder">A learner id.</param>
[GenerateSerializer, Immutable, Alias("coding.key")]
public sealed record CodingKey(string Form, string Question, string Coder);

/// <param name="Done">Since when they say that they are done; null while they read.</param>
[GenerateSerializer, Immutable, Alias("coding.view")]
public sealed record CodingView(CodingKey Key, DateTimeOffset? Done);
