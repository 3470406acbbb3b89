using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Domain;
using CohortCourses.Domain.Moderation;
using CohortCourses.Grains.Documents;

namespace CohortCourses.Grains.Moderation;

[GrainType("case")]
internal sealed class CaseGrain(
    [PersistentState("case")] IPersistentState<CaseDocument> document,
    TimeProvider clock) : DocumentGrain<Case, CaseDocument>(document), ICaseGrain
{
    public Task<Outcome> Begin(NewReport report, string? about) => DecideFromNothing(existing => existing is null
        ? Case.Begin(Id, report.Subject(about), (Domain.Moderation.ReportChannel)report.Channel, report.ToDomain(clock.GetCurrentInstant()))
        : existing.Reports.Any(made => made.Id == report.Id) ? Decision.Unchanged(existing) : ModerationRejections.CaseFull);

    public Task<Outcome> Add(NewReport report) =>
        Decide(ModerationRejections.UnknownCase, found => found.Add(report.ToDomain(clock.GetCurrentInstant())));

    public Task<Outcome> MayDo(StoredAct act, int? seen, bool othersCanDecide) =>
        Task.FromResult(Judge(State, act, seen, othersCanDecide).ToOutcome());

    public Task<Outcome> Do(StoredAct act, int? seen, bool othersCanDecide) => DecideFromNothing(existing => Judge(existing, act, seen, othersCanDecide));

    public Task<Outcome> Appeal(string author, string words) =>
        Decide(ModerationRejections.UnknownCase, found => found.AppealBy(author, words.Trim(), clock.GetCurrentInstant()));

    public Task<CaseView?> Get() => Task.FromResult(State?.ToView());

    public Task Erase(string learner) => Decide(ModerationRejections.UnknownCase, found => found.Forget(learner));

    private string Id => this.GetPrimaryKeyString().Split('/')[1];

    private static Decision<Case> Judge(Case? existing, StoredAct act, int? seen, bool othersCanDecide) =>
        existing is null ? Case.Of(act.ToDomain()) : existing.Do(act.ToDomain(), seen, othersCanDecide);
}

[GrainType("log-page")]
internal sealed class LogPageGrain(
    [PersistentState("moderation-log")] IPersistentState<LogPageDocument> document) : DocumentGrain<LogPage, LogPageDocument>(document), ILogPageGrain
{
    private LogPage Page => State ?? LogPage.Empty;

    public async Task<LogEntryView> Add(StoredAct act, int number, string previous)
    {
        await DecideFromNothing(page => (page ?? LogPage.Empty).Add(act.ToDomain(), number, previous, (Salt(), Salt(), Salt())));
        return Page.Entries.First(entry => entry.Act == act.Id).ToView();
    }

    public Task<ImmutableArray<LogEntryView>> Read() => Task.FromResult<ImmutableArray<LogEntryView>>([.. Page.Entries.Select(entry => entry.ToView())]);

    public Task<LogCheck> Check(LogCheck before) =>
        Task.FromResult(new LogChain(before.Entries, before.End, before.Flaw).Read(Page.Entries).ToView());

    public Task Erase(string learner) => DecideFromNothing(page => (page ?? LogPage.Empty).Forget(learner));

    private static string Salt() => Guid.NewGuid().ToString("N");
}
