namespace CohortCourses.Contracts.Evaluation;

/// <summary>
/// One finding, keyed <c>cohort/id</c>. Whoever changes what it says, or decides about it, gives the version that they saw; if it is another
/// by now they are refused as <c>finding.changed-meanwhile</c>, and nothing is overwritten.
/// </summary>
[Alias("finding")]
public interface IFindingGrain : IGrainWithStringKey
{
    /// <summary>Writes it. Twice is once. Called by <see cref="IFindingsGrain"/>, which lists it.</summary>
    [Alias("write")]
    Task<Outcome> Write(string by, FindingText text);

    /// <summary>Changes what it says; what was decided about other words is not decided about these. Refused as <c>finding.acted-on</c> once it was followed.</summary>
    [Alias("edit")]
    Task<Outcome> Edit(FindingText text, int seen);

    /// <summary>Adds evidence, 20 pieces at most. The same id twice is one.</summary>
    [Alias("add")]
    Task<Outcome> Add(EvidenceView evidence);

    [Alias("drop")]
    Task<Outcome> Drop(string evidence);

    /// <summary>Decides. What is accepted must recommend something and aim at a place, else <c>finding.recommendation-missing</c>.</summary>
    /// <param name="reason">1 to 400 characters.</param>
    [Alias("decide")]
    Task<Outcome> Decide(Verdict verdict, string by, string reason, int seen);

    /// <summary>Notes that the recommendation was followed. Twice is once.</summary>
    /// <param name="cohort">The phase in which it was.</param>
    /// <param name="note">What was done, 400 characters at most.</param>
    [Alias("act")]
    Task<Outcome> Act(string cohort, string by, string note);

    [Alias("take-back")]
    Task<Outcome> TakeBack();

    /// <summary>Chooses what participants are told; a language without words is left out.</summary>
    [Alias("tell")]
    Task<Outcome> Tell(ImmutableArray<PublicText> words, int seen);

    [ReadOnly, Alias("get")]
    Task<FindingView?> Get();

    /// <summary>Forgets what was quoted from a text.</summary>
    [Alias("forget")]
    Task Forget(string text);
}

/// <summary>The findings of a cohort, keyed by its slug.</summary>
[Alias("findings")]
public interface IFindingsGrain : IGrainWithStringKey
{
    /// <summary>Writes a finding and lists it. The same id twice is one; refused as <c>finding.too-many</c> beyond 300.</summary>
    /// <param name="id">A GUID made by who writes.</param>
    [Alias("write")]
    Task<Outcome> Write(string id, string by, FindingText text);

    /// <summary>All findings, the newest first.</summary>
    [ReadOnly, Alias("list")]
    Task<ImmutableArray<FindingView>> List();

    /// <summary>The findings that were accepted and followed, and that participants are told of; as of at most a minute ago. Cheap: for everybody's pages.</summary>
    [ReadOnly, Alias("told")]
    Task<ImmutableArray<FindingView>> Told();

    /// <summary>The cohorts that were made from this one, in the order in which they were.</summary>
    [ReadOnly, Alias("phases")]
    Task<ImmutableArray<string>> Phases();

    /// <summary>Notes that a cohort was made from this one. Twice is once. Called by <see cref="IPhaseGrain"/>.</summary>
    [Alias("follow")]
    Task Follow(string cohort);

    /// <summary>Forgets what was quoted from a text, in every finding.</summary>
    [Alias("forget")]
    Task Forget(string text);
}
