namespace CohortCourses.Contracts.Evaluation;

/// <summary>
/// The figures of a cohort, keyed by its slug. They are counted at most once a minute and say when. No group of fewer than five is in them, nor can
/// be found by subtracting. It stores nothing that could not be counted again.
/// </summary>
[Alias("evaluation")]
public interface IEvaluationGrain : IGrainWithStringKey
{
    /// <summary>
    /// The figures for everyone, or where to find those of one group. More than one filter is refused as <c>evaluation.one-attribute</c>, a
    /// group that is not shown as <c>evaluation.too-few</c>.
    /// </summary>
    /// <param name="anew">Whether to count again although the last time is less than a minute ago.</param>
    [Alias("get")]
    Task<EvaluationReply> Get(ImmutableArray<FilterView> filter, bool anew = false);

    /// <summary>How the forms were answered, refused as <see cref="Get"/>.</summary>
    [Alias("questions")]
    Task<QuestionsReply> Questions(ImmutableArray<FilterView> filter, bool anew = false);

    /// <summary>All numbers of everyone, under keys that are the same in every phase; none if there is no such cohort.</summary>
    [Alias("figures")]
    Task<ImmutableArray<KeyFigureView>> Figures();
}

/// <param name="View">Null if there is no such cohort.</param>
/// <param name="Group">The group that was asked for: it has more values than one where groups stand together.</param>
[GenerateSerializer, Immutable, Alias("evaluation.reply")]
public sealed record EvaluationReply(Outcome Outcome, EvaluationView? View, GroupView? Group);

/// <summary>The figures of a cohort.</summary>
/// <param name="AsOf">The instant at which they were counted.</param>
/// <param name="Weeks">The numbers of the weeks that have opened.</param>
/// <param name="Joined">How many participants there are, with those who left again.</param>
/// <param name="ModulesNeeded">How many weeks complete the course, never more than will open.</param>
/// <param name="Attributes">By which figures may be filtered, one at a time.</param>
/// <param name="Withheld">Attributes that would single out somebody.</param>
/// <param name="Stages">Left, here, completed.</param>
/// <param name="Reading">For each week: not read, read, completed; among those who are not shown to have left before.</param>
/// <param name="Voices">Silent, reading, writing in the discussion.</param>
/// <param name="Research">Who agreed to research: no, yes.</param>
[GenerateSerializer, Immutable, Alias("evaluation.view")]
public sealed record EvaluationView(
    string Cohort,
    DateTimeOffset AsOf,
    ImmutableArray<int> Weeks,
    int Joined,
    int ModulesNeeded,
    ImmutableArray<AttributeView> Attributes,
    ImmutableArray<string> Withheld,
    CurveView Retention,
    ImmutableArray<CurvesView> RetentionBy,
    FigureView Stages,
    ImmutableArray<FigureView> Reading,
    FigureView Voices,
    FigureView Research,
    ImmutableArray<TalkView> Talk);

/// <summary>What was said in one week's discussion that everybody can read.</summary>
/// <param name="Answered">How many of the questions have an answer of somebody else.</param>
[GenerateSerializer, Immutable, Alias("evaluation.talk")]
public sealed record TalkView(int Week, int Threads, int Posts, int Questions, int Answered);
