namespace CohortCourses.Domain.Evaluation;

/// <summary>Why something about a finding is refused.</summary>
public static class FindingRejections
{
    public static readonly Rejection Unknown = Rejection.Of("finding.unknown");
    public static readonly Rejection IdTaken = Rejection.Of("finding.id-taken");
    public static readonly Rejection StatementEmpty = Rejection.Of("finding.statement-empty");
    public static readonly Rejection StatementTooLong = Rejection.Of("finding.statement-too-long", ("most", "400"));
    public static readonly Rejection RecommendationTooLong = Rejection.Of("finding.recommendation-too-long", ("most", "600"));
    public static readonly Rejection Place = Rejection.Of("finding.place");
    public static readonly Rejection ChangedMeanwhile = Rejection.Of("finding.changed-meanwhile");
    public static readonly Rejection EvidenceUnfit = Rejection.Of("finding.evidence-unfit");
    public static readonly Rejection TooMuchEvidence = Rejection.Of("finding.too-much-evidence", ("most", "20"));
    public static readonly Rejection ReasonMissing = Rejection.Of("finding.reason-missing");
    public static readonly Rejection ReasonTooLong = Rejection.Of("finding.reason-too-long", ("most", "400"));
    public static readonly Rejection RecommendationMissing = Rejection.Of("finding.recommendation-missing");
    public static readonly Rejection NotAccepted = Rejection.Of("finding.not-accepted");
    public static readonly Rejection ActedOn = Rejection.Of("finding.acted-on");
    public static readonly Rejection PublicHalf = Rejection.Of("finding.public-half");
    public static readonly Rejection PublicTooLong = Rejection.Of("finding.public-too-long", ("most", "300"));
    public static readonly Rejection Languages = Rejection.Of("finding.languages");
    public static readonly Rejection TooMany = Rejection.Of("finding.too-many", ("most", "300"));
}
