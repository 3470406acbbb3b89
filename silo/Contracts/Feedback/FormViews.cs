using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Contracts.Feedback;

/// <summary>A form to open in a cohort.</summary>
/// <param name="Id">A GUID made by who opens it; the same id twice opens it once.</param>
/// <param name="Week">The week that it is about, or null.</param>
/// <param name="ClosesAt">The instant from which nothing is taken any more.</param>
/// <param name="By">The learner id of who opens it.</param>
[GenerateSerializer, Immutable, Alias("form.open")]
public sealed record OpenForm(string Id, FormDefinition Definition, int? Week, DateTimeOffset ClosesAt, string By);

/// <summary>What came of opening a form.</summary>
/// <param name="Form">The name that it has in the cohort from now on, such as <c>weekly-pulse-w3</c>; null if it was refused.</param>
[GenerateSerializer, Immutable, Alias("form.open-reply")]
public sealed record OpenReply(Outcome Outcome, string? Form);

/// <summary>A form that was opened in a cohort.</summary>
/// <param name="Id">Its name in the cohort; <see cref="FormDefinition.Form"/> is the same in every week.</param>
/// <param name="ClosedAt">When it was closed before its time; null if it was not.</param>
/// <param name="ResultsShownAt">Since when everybody in the cohort may see the results; null if they may not.</param>
[GenerateSerializer, Immutable, Alias("form.view")]
public sealed record FormView(
    string Id,
    FormDefinition Definition,
    int? Week,
    string By,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosesAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? ResultsShownAt)
{
    public bool IsOpenAt(DateTimeOffset now) => ClosedAt is null && now < ClosesAt;
}

/// <summary>What someone answers, by question: the values as <see cref="QuestionKind"/> says.</summary>
/// <param name="Ballot">A random GUID that the browser made and keeps; the same one twice is one answer. Anonymous answers are kept under it alone.</param>
/// <param name="Language">The BCP 47 tag of the page that was answered on; it is not kept with anonymous answers.</param>
/// <param name="PairingCode">For anonymous forms: words by which the respondent's own answers before and after can be paired; kept as a hash. Null for none.</param>
[GenerateSerializer, Immutable, Alias("form.answer")]
public sealed record AnswerForm(
    string Learner, string Ballot, string Language, ImmutableSortedDictionary<string, ImmutableArray<string>> Answers, string? PairingCode = null);

/// <summary>Why the answer to one question was not taken.</summary>
[GenerateSerializer, Immutable, Alias("form.refused-answer")]
public sealed record RefusedAnswer(string Question, Outcome Why);

/// <summary>What came of answering: accepted once it is on disk.</summary>
/// <param name="Refused">Every question whose answer was not taken; then nothing is kept.</param>
[GenerateSerializer, Immutable, Alias("form.answer-reply")]
public sealed record AnswerReply(Outcome Outcome, ImmutableArray<RefusedAnswer> Refused);

/// <summary>Where one person stands with a form.</summary>
/// <param name="Mine">What they answered, if it is kept under their name or key; null for anonymous answers, which nobody can find again.</param>
[GenerateSerializer, Immutable, Alias("form.standing")]
public sealed record FormStanding(bool HasAnswered, StoredResponse? Mine);

/// <summary>How a form was answered, as far as it is told: in groups of five or more, also for who subtracts what was told before.</summary>
/// <param name="Responses">How many have answered.</param>
/// <param name="Counted">
/// How many of them had when it was last counted: when the form was closed; before only while everybody is shown the results, from ten on.
/// </param>
/// <param name="Questions">Each question, or part of one, that has something to count. Texts and days are not counted. One may count fewer, if more would tell of too few.</param>
/// <param name="IsFinal">Whether nothing is added any more.</param>
[GenerateSerializer, Immutable, Alias("form.results")]
public sealed record FormResults(int Responses, int Counted, ImmutableArray<QuestionFigureView> Questions, bool IsFinal);

/// <summary>An answer that is kept under the person, for evaluators and for the person.</summary>
/// <param name="Language">The language of the page that it was given on.</param>
[GenerateSerializer, Immutable, Alias("form.response")]
public sealed record StoredResponse(
    string Learner, string Language, DateTimeOffset At, ImmutableSortedDictionary<string, ImmutableArray<string>> Answers);

/// <summary>An anonymous answer: nothing but what was answered.</summary>
/// <param name="Pair">The hash of the pairing code, or null.</param>
[GenerateSerializer, Immutable, Alias("form.ballot")]
public sealed record StoredBallot(string Ballot, ImmutableSortedDictionary<string, ImmutableArray<string>> Answers, string? Pair);
