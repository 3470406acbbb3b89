using System.Collections.Immutable;
using NodaTime;

namespace CohortCourses.Domain.Evaluation;

/// <summary>One recommendation of the phase before, as it was accepted.</summary>
/// <param name="Reason">Why it was accepted.</param>
public sealed record PlanItem(string Finding, string Statement, string Recommendation, Aim Aim, string AcceptedBy, string Reason, Instant AcceptedAt)
{
    /// <summary>That it was followed in this phase.</summary>
    public ActedOn? Acted { get; init; }
}

/// <summary>A phase that follows another: the plan that it was handed, and the figures to be compared with.</summary>
/// <param name="Previous">The cohort before.</param>
/// <param name="By">Who made this phase from it.</param>
public sealed record Phase(string Previous, string By, Instant At, ImmutableList<PlanItem> Items, ImmutableArray<FrozenFigure> Baseline)
{
    public const int MostItems = 60;

    public const int MostFigures = 200;

    /// <summary>Makes a phase from the one before. Made again it is handed what was accepted since, and nothing that it has is lost.</summary>
    public static Decision<Phase> Begin(Phase? existing, string cohort, string previous, IEnumerable<PlanItem> accepted, IEnumerable<FrozenFigure> baseline, string by, Instant now)
    {
        if (existing is null)
        {
            return previous == cohort ? PhaseRejections.Itself
                : new Phase(previous, by, now, [.. accepted.Take(MostItems)], [.. baseline.Select(figure => figure.Kept()).OfType<FrozenFigure>().Take(MostFigures)]);
        }

        if (existing.Previous != previous)
        {
            return PhaseRejections.OtherPhase;
        }

        var later = accepted.Where(item => existing.Items.TrueForAll(known => known.Finding != item.Finding)).Take(MostItems - existing.Items.Count).ToImmutableList();
        return later.IsEmpty ? Decision.Unchanged(existing) : existing with { Items = existing.Items.AddRange(later) };
    }

    /// <summary>Ticks that a recommendation was followed, once.</summary>
    public Decision<Phase> Tick(string finding, ActedOn acted) => In(finding, item =>
    {
        var note = WrittenText.Paragraphs(acted.Note);
        return item.Acted is not null ? (item, null)
            : note.IsLongerThan(Finding.LongestReason) ? (item, FindingRejections.ReasonTooLong)
            : (item with { Acted = acted with { Note = note } }, null);
    });

    public Decision<Phase> Untick(string finding) => In(finding, item => (item with { Acted = null }, null));

    private Decision<Phase> In(string finding, Func<PlanItem, (PlanItem Changed, Rejection? Refused)> change)
    {
        var place = Items.FindIndex(item => item.Finding == finding);
        if (place < 0)
        {
            return FindingRejections.Unknown;
        }

        var (changed, refused) = change(Items[place]);
        return refused is not null ? refused : changed == Items[place] ? Decision.Unchanged(this) : this with { Items = Items.SetItem(place, changed) };
    }
}

public static class PhaseRejections
{
    public static readonly Rejection Unknown = Rejection.Of("phase.unknown");
    public static readonly Rejection Itself = Rejection.Of("phase.itself");
    public static readonly Rejection OtherPhase = Rejection.Of("phase.other-phase");
    public static readonly Rejection OtherCourse = Rejection.Of("phase.other-course");
}
