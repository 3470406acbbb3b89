namespace CohortCourses.Contracts.Moderation;

/// <summary>One case, keyed <c>cohort/case</c>. Only the moderation of its cohort calls it, which knows who may.</summary>
[Alias("case")]
public interface ICaseGrain : IGrainWithStringKey
{
    [Alias("begin")]
    Task<Outcome> Begin(NewReport report, string? about);

    /// <summary>Adds a report. Refused as <c>case.full</c> if the case takes no more.</summary>
    [Alias("add")]
    Task<Outcome> Add(NewReport report);

    /// <summary>What <see cref="Do"/> would say.</summary>
    [ReadOnly, Alias("may-do")]
    Task<Outcome> MayDo(StoredAct act, int? seen, bool othersCanDecide);

    /// <summary>Notes an act. A case that nobody reported begins with it.</summary>
    [Alias("do")]
    Task<Outcome> Do(StoredAct act, int? seen, bool othersCanDecide);

    [Alias("appeal")]
    Task<Outcome> Appeal(string author, string words);

    [ReadOnly, Alias("get")]
    Task<CaseView?> Get();

    [Alias("erase")]
    Task Erase(string learner);
}

/// <summary>A page of the log, keyed <c>cohort/number</c>, 0 for the first. Only the moderation of its cohort calls it.</summary>
[Alias("log-page")]
public interface ILogPageGrain : IGrainWithStringKey
{
    /// <summary>Adds an act. Twice is one entry. Returns the entry.</summary>
    [Alias("add")]
    Task<LogEntryView> Add(StoredAct act, int number, string previous);

    /// <summary>All entries, the oldest first.</summary>
    [ReadOnly, Alias("read")]
    Task<ImmutableArray<LogEntryView>> Read();

    /// <summary>Goes on checking where the page before ended.</summary>
    [ReadOnly, Alias("check")]
    Task<LogCheck> Check(LogCheck before);

    [Alias("erase")]
    Task Erase(string learner);
}

/// <summary>An act that was decided on.</summary>
[GenerateSerializer, Immutable, Alias("act.stored")]
public sealed record StoredAct(
    string Id,
    string By,
    ActKind Kind,
    DateTimeOffset At,
    string? Case,
    string? Thread,
    string? Post,
    string? About,
    string? Value,
    string? Before,
    ReportReason? Reason,
    string Words,
    string? Undoes,
    ReportChannel Channel);
