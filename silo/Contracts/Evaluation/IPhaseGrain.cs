namespace CohortCourses.Contracts.Evaluation;

/// <summary>What a cohort was handed by the one before it, keyed by its slug.</summary>
[Alias("phase")]
public interface IPhaseGrain : IGrainWithStringKey
{
    /// <summary>
    /// Makes this cohort the phase after another one of the same course: hands it the findings that were accepted there, and the figures to be
    /// compared with. Again it is handed what was accepted since; what it has stays. Refused as <c>phase.other-phase</c> if it follows another.
    /// </summary>
    /// <param name="by">The learner id of who makes it.</param>
    /// <param name="baseline">Figures of the phase before, 200 at most; kept from the first time.</param>
    [Alias("begin")]
    Task<Outcome> Begin(string previous, string by, ImmutableArray<FrozenFigureView> baseline);

    /// <summary>Notes that a recommendation was followed, here and with the finding. Twice is once.</summary>
    [Alias("tick")]
    Task<Outcome> Tick(string finding, string by, string note);

    [Alias("untick")]
    Task<Outcome> Untick(string finding);

    /// <summary>What it was handed; null for a cohort that follows none.</summary>
    [ReadOnly, Alias("get")]
    Task<PhaseView?> Get();
}

/// <summary>One recommendation of the phase before.</summary>
/// <param name="Reason">Why it was accepted.</param>
/// <param name="Acted">Null as long as nobody followed it.</param>
[GenerateSerializer, Immutable, Alias("phase.item")]
public sealed record PlanItemView(
    string Finding, string Statement, string Recommendation, AimView Aim, string AcceptedBy, string Reason, DateTimeOffset AcceptedAt, ActedView? Acted);

/// <summary>A phase that follows another.</summary>
/// <param name="Previous">The cohort before.</param>
/// <param name="Items">The plan, in the order in which the findings were written.</param>
/// <param name="Baseline">The figures of the phase before, as they stood when this one was made.</param>
[GenerateSerializer, Immutable, Alias("phase.view")]
public sealed record PhaseView(string Previous, string By, DateTimeOffset At, ImmutableArray<PlanItemView> Items, ImmutableArray<FrozenFigureView> Baseline)
{
    public int Acted => Items.Count(item => item.Acted is not null);
}
