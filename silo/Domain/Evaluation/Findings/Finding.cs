using System.Collections.Immutable;
using NodaTime;
using Decisions = CohortCourses.Domain.Decision;

namespace CohortCourses.Domain.Evaluation;

/// <summary>What is to become of a finding.</summary>
public enum Verdict
{
    Accepted,
    Declined,
    Later,
}

/// <summary>What somebody decided about a finding, and why.</summary>
public sealed record FindingDecision(Verdict Verdict, string By, string Reason, Instant At);

/// <summary>That a recommendation was followed.</summary>
/// <param name="Cohort">The phase in which it was.</param>
/// <param name="Note">What was done; may be empty.</param>
public sealed record ActedOn(string Cohort, string By, string Note, Instant At);

/// <summary>
/// What evaluators conclude. Whoever changes it says which version they saw, so that nobody writes over words that they have not read.
/// </summary>
/// <param name="By">Who wrote it first.</param>
public sealed record Finding(string Id, string By, Instant At, FindingWords Words)
{
    public const int MostEvidence = 20;

    public const int LongestReason = 400;

    public ImmutableList<Evidence> Evidence { get; init; } = [];

    public FindingDecision? Decision { get; init; }

    public ActedOn? Acted { get; init; }

    /// <summary>What participants are told; empty as long as nobody chose the words.</summary>
    public ImmutableArray<PublicWords> Public { get; init; } = [];

    /// <summary>Grows with every change, 1 at first.</summary>
    public int Version { get; init; } = 1;

    public bool IsAccepted => Decision?.Verdict == Verdict.Accepted;

    /// <summary>Writes a finding. The same id twice is one, also after it was changed.</summary>
    public static Decision<Finding> Write(Finding? existing, string id, string by, FindingWords words, Instant now)
    {
        if (existing is not null)
        {
            return existing.By == by ? Decisions.Unchanged(existing) : FindingRejections.IdTaken;
        }

        var (kept, refused) = words.Check();
        return kept is null ? refused! : new Finding(id, by, now, kept);
    }

    /// <summary>Changes what it says. Other words are another finding: what was decided about it has to be decided anew.</summary>
    public Decision<Finding> Edit(FindingWords words, int seen)
    {
        var (kept, refused) = words.Check();
        return refused is not null ? refused
            : kept == Words ? Decisions.Unchanged(this)
            : seen != Version ? FindingRejections.ChangedMeanwhile
            : Acted is not null ? FindingRejections.ActedOn
            : Next(this with { Words = kept!, Decision = null });
    }

    /// <summary>Adds evidence. It takes nothing away from anybody, so it may come in any order.</summary>
    public Decision<Finding> Add(Evidence evidence) =>
        Evidence.Exists(known => known.Id == evidence.Id) ? Decisions.Unchanged(this)
        : Evidence.Count >= MostEvidence ? FindingRejections.TooMuchEvidence
        : evidence.Kept() is { } kept ? Next(this with { Evidence = Evidence.Add(kept) })
        : FindingRejections.EvidenceUnfit;

    public Decision<Finding> Drop(string evidence) =>
        Evidence.Exists(known => known.Id == evidence) ? Next(this with { Evidence = Evidence.RemoveAll(known => known.Id == evidence) }) : Decisions.Unchanged(this);

    /// <summary>Decides about it. What is accepted has to say what to do, and where.</summary>
    public Decision<Finding> Decide(Verdict verdict, string by, string reason, int seen, Instant now)
    {
        var why = WrittenText.Paragraphs(reason);
        return Decision is { } made && (made.Verdict, made.By, made.Reason) == (verdict, by, why) ? Decisions.Unchanged(this)
            : seen != Version ? FindingRejections.ChangedMeanwhile
            : Acted is not null ? FindingRejections.ActedOn
            : why.Length == 0 ? FindingRejections.ReasonMissing
            : why.IsLongerThan(LongestReason) ? FindingRejections.ReasonTooLong
            : verdict == Verdict.Accepted && (Words.Recommendation.Length == 0 || Words.Aim is null) ? FindingRejections.RecommendationMissing
            : Next(this with { Decision = new(verdict, by, why, now) });
    }

    /// <summary>Notes that the recommendation was followed, once.</summary>
    public Decision<Finding> Act(string cohort, string by, string note, Instant now)
    {
        var what = WrittenText.Paragraphs(note);
        return Acted is not null ? Decisions.Unchanged(this)
            : !IsAccepted ? FindingRejections.NotAccepted
            : what.IsLongerThan(LongestReason) ? FindingRejections.ReasonTooLong
            : Next(this with { Acted = new(cohort, by, what, now) });
    }

    /// <summary>Takes back that it was followed.</summary>
    public Decision<Finding> TakeBack() => Acted is null ? Decisions.Unchanged(this) : Next(this with { Acted = null });

    /// <summary>Chooses what participants are told.</summary>
    public Decision<Finding> Tell(IEnumerable<PublicWords> words, int seen)
    {
        var (kept, refused) = PublicWords.Check(words);
        return refused is not null ? refused
            : kept.SequenceEqual(Public) ? Decisions.Unchanged(this)
            : seen != Version ? FindingRejections.ChangedMeanwhile
            : Next(this with { Public = kept });
    }

    /// <summary>Forgets the quotes from a text: its author is gone.</summary>
    public Decision<Finding> Forget(string text) =>
        Evidence.Exists(known => known.Quote?.Text == text) ? Next(this with { Evidence = Evidence.RemoveAll(known => known.Quote?.Text == text) }) : Decisions.Unchanged(this);

    private static Finding Next(Finding changed) => changed with { Version = changed.Version + 1 };
}
