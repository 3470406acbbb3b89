using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using NodaTime;
using Verdict = CohortCourses.Contracts.Evaluation.Verdict;

namespace CohortCourses.Grains.Evaluation;

[GrainType("finding")]
internal sealed class FindingGrain(
    [PersistentState("finding")] IPersistentState<FindingDocument> document,
    TimeProvider clock) : DocumentGrain<Finding, FindingDocument>(document), IFindingGrain
{
    public Task<Outcome> Write(string by, FindingText text) =>
        DecideFromNothing(existing => Finding.Write(existing, this.GetPrimaryKeyString().Split('/')[1], by, text.ToDomain(), Now));

    public Task<Outcome> Edit(FindingText text, int seen) => Change(finding => finding.Edit(text.ToDomain(), seen));

    public Task<Outcome> Add(EvidenceView evidence) => Change(finding => finding.Add(evidence.ToDomain()));

    public Task<Outcome> Drop(string evidence) => Change(finding => finding.Drop(evidence));

    public Task<Outcome> Decide(Verdict verdict, string by, string reason, int seen) =>
        Change(finding => finding.Decide((Domain.Evaluation.Verdict)verdict, by, reason, seen, Now));

    public Task<Outcome> Act(string cohort, string by, string note) => Change(finding => finding.Act(cohort, by, note, Now));

    public Task<Outcome> TakeBack() => Change(finding => finding.TakeBack());

    public Task<Outcome> Tell(ImmutableArray<PublicText> words, int seen) => Change(finding => finding.Tell(words.Select(FindingMapping.ToDomain), seen));

    public Task<FindingView?> Get() => Task.FromResult(State?.ToView());

    public Task Forget(string text) => Change(finding => finding.Forget(text));

    private Instant Now => clock.GetCurrentInstant();

    private Task<Outcome> Change(Func<Finding, Domain.Decision<Finding>> rule) => Decide(FindingRejections.Unknown, rule);
}
