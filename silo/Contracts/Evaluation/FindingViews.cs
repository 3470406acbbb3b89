namespace CohortCourses.Contracts.Evaluation;

/// <summary>What a figure counts in. A share is 0 to 1, a net promoter score -100 to 100, an agreement -1 to 1.</summary>
[GenerateSerializer, Alias("finding.unit")]
public enum FigureUnit
{
    Count,
    Share,
    Mean,
    Median,
    NetPromoter,
    Difference,
    Agreement,
}

/// <summary>What a recommendation is about.</summary>
[GenerateSerializer, Alias("finding.aim-kind")]
public enum AimKind
{
    Course,
    Week,
    Form,
    Schedule,
    Facilitation,
}

/// <summary>What is to become of a finding.</summary>
[GenerateSerializer, Alias("finding.verdict")]
public enum Verdict
{
    Accepted,
    Declined,
    Later,
}

/// <summary>A figure as it stood at one moment.</summary>
/// <param name="Key">Which figure, the same in every phase; 200 characters at most.</param>
/// <param name="Name">What it was called; 1 to 200 characters.</param>
/// <param name="N">How many people it speaks of; one to four are refused.</param>
/// <param name="Low">The lower end of its 95% interval, where it has one.</param>
/// <param name="AsOf">The moment whose data it counts.</param>
[GenerateSerializer, Immutable, Alias("finding.figure")]
public sealed record FrozenFigureView(string Key, string Name, double? Value, FigureUnit Unit, int N, double? Low, double? High, DateTimeOffset AsOf);

/// <summary>Words that somebody agreed to be quoted without a name.</summary>
/// <param name="Text">The study key of the text that they stand in.</param>
/// <param name="Words">1 to 600 characters.</param>
[GenerateSerializer, Immutable, Alias("finding.quote")]
public sealed record QuoteView(string Text, string Words);

/// <summary>What a finding rests on: either a figure or a quote.</summary>
/// <param name="Id">A GUID made by who adds it.</param>
[GenerateSerializer, Immutable, Alias("finding.evidence")]
public sealed record EvidenceView(string Id, FrozenFigureView? Figure, QuoteView? Quote);

/// <summary>The place that a recommendation is aimed at.</summary>
/// <param name="Week">For a week: its number.</param>
/// <param name="Form">For a form: its id in the course.</param>
[GenerateSerializer, Immutable, Alias("finding.aim")]
public sealed record AimView(AimKind Kind, int? Week = null, string? Form = null);

/// <summary>What a finding says.</summary>
/// <param name="Statement">1 to 400 characters.</param>
/// <param name="Recommendation">600 characters at most; may be empty until it is accepted.</param>
[GenerateSerializer, Immutable, Alias("finding.words")]
public sealed record FindingText(string Statement, string Recommendation, AimView? Aim);

/// <summary>What participants are told of a finding in one language.</summary>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Said">What they said, 300 characters at most.</param>
/// <param name="Changed">What was changed, 300 characters at most.</param>
[GenerateSerializer, Immutable, Alias("finding.public-words")]
public sealed record PublicText(string Language, string Said, string Changed);

/// <summary>What was decided, by whom and why.</summary>
/// <param name="By">A learner id.</param>
[GenerateSerializer, Immutable, Alias("finding.decision")]
public sealed record DecisionView(Verdict Verdict, string By, string Reason, DateTimeOffset At);

/// <summary>That a recommendation was followed.</summary>
/// <param name="Cohort">The phase in which it was.</param>
[GenerateSerializer, Immutable, Alias("finding.acted-on")]
public sealed record ActedView(string Cohort, string By, string Note, DateTimeOffset At);

/// <summary>A finding.</summary>
/// <param name="By">The learner id of who wrote it.</param>
/// <param name="Version">Grows with every change; whoever changes it says which one they saw.</param>
[GenerateSerializer, Immutable, Alias("finding.view")]
public sealed record FindingView(
    string Id,
    string By,
    DateTimeOffset At,
    FindingText Text,
    ImmutableArray<EvidenceView> Evidence,
    DecisionView? Decision,
    ActedView? Acted,
    ImmutableArray<PublicText> Public,
    int Version)
{
    public bool IsAccepted => Decision?.Verdict == Verdict.Accepted;

    /// <summary>Whether participants are told of it: it was accepted and followed, and somebody chose the words.</summary>
    public bool IsTold => IsAccepted && Acted is not null && !Public.IsEmpty;
}
