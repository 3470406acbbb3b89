using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Domain.Evaluation;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Evaluation;

/// <summary>A phase as it is stored; sixty long recommendations take about 60 kB.</summary>
[Document("phase", 1)]
internal sealed record PhaseDocument : IDocument<Phase, PhaseDocument>
{
    public string Previous { get; init; } = "";

    public string By { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public ImmutableArray<PlanDocument> Items { get; init; } = [];

    public ImmutableArray<FigureDocument> Baseline { get; init; } = [];

    public Phase ToState() => new(Previous, By, At.ToInstant(), [.. Items.Select(item => item.ToState())], [.. Baseline.Select(figure => figure.ToState())]);

    public static PhaseDocument From(Phase state) => new()
    {
        Previous = state.Previous,
        By = state.By,
        At = state.At.ToOffset(),
        Items = [.. state.Items.Select(PlanDocument.From)],
        Baseline = [.. state.Baseline.Select(FigureDocument.From)],
    };
}

internal sealed record PlanDocument(
    string Finding, string Statement, string Recommendation, AimDocument Aim, string AcceptedBy, string Reason, DateTimeOffset AcceptedAt, ActedDocument? Acted)
{
    public PlanItem ToState() => new(Finding, Statement, Recommendation, Aim.ToState(), AcceptedBy, Reason, AcceptedAt.ToInstant()) { Acted = Acted?.ToState() };

    public static PlanDocument From(PlanItem state) => new(
        state.Finding, state.Statement, state.Recommendation, AimDocument.From(state.Aim)!, state.AcceptedBy, state.Reason, state.AcceptedAt.ToOffset(), ActedDocument.From(state.Acted));
}

[GrainType("phase")]
internal sealed class PhaseGrain(
    [PersistentState("phase")] IPersistentState<PhaseDocument> document,
    TimeProvider clock) : DocumentGrain<Phase, PhaseDocument>(document), IPhaseGrain
{
    public async Task<Outcome> Begin(string previous, string by, ImmutableArray<FrozenFigureView> baseline)
    {
        if (await GrainFactory.Cohort(Cohort).Get() is not { } here || await GrainFactory.Cohort(previous).Get() is not { } before)
        {
            return PhaseRejections.Unknown.ToOutcome();
        }

        if (here.Course != before.Course)
        {
            return PhaseRejections.OtherCourse.ToOutcome();
        }

        var findings = GrainFactory.Findings(previous);
        var accepted = (await findings.List()).Reverse().Select(FindingMapping.ToPlan).OfType<PlanItem>().ToList();
        var begun = await DecideFromNothing(existing =>
            Phase.Begin(existing, Cohort, previous, accepted, baseline.Select(FindingMapping.ToDomain), by, clock.GetCurrentInstant()));
        if (begun.Accepted)
        {
            await findings.Follow(Cohort);
        }

        return begun;
    }

    /// <remarks>Kept here first. The finding is told also when nothing was new: the first try may have died in between.</remarks>
    public async Task<Outcome> Tick(string finding, string by, string note)
    {
        var ticked = await Decide(PhaseRejections.Unknown, phase => phase.Tick(finding, new(Cohort, by, note, clock.GetCurrentInstant())));
        return ticked.Accepted && State is { } phase ? await GrainFactory.Finding(phase.Previous, finding).Act(Cohort, by, note) : ticked;
    }

    public async Task<Outcome> Untick(string finding)
    {
        var unticked = await Decide(PhaseRejections.Unknown, phase => phase.Untick(finding));
        return unticked.Accepted && State is { } phase ? await GrainFactory.Finding(phase.Previous, finding).TakeBack() : unticked;
    }

    public Task<PhaseView?> Get() => Task.FromResult(State?.ToView());

    private string Cohort => this.GetPrimaryKeyString();
}
