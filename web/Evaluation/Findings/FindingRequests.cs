using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CohortCourses.Contracts.Evaluation;

namespace CohortCourses.Web.Evaluation;

/// <summary>What a finding is to say.</summary>
public abstract record FindingWordsRequest
{
    [Required, Description("What was found, 1 to 400 characters.")]
    public string? Statement { get; init; }

    [Description("What to do about it, 600 characters at most.")]
    public string? Recommendation { get; init; }

    [Description("Where: course, schedule, facilitation, week:3 or form:weekly-pulse.")]
    public string? Aim { get; init; }
}

public sealed record NewFindingRequest : FindingWordsRequest
{
    [Required, Description("A GUID made by the caller; the same id twice is one finding.")]
    public Guid? Id { get; init; }
}

public sealed record ChangedFindingRequest : FindingWordsRequest
{
    [Required, Description("The version that was read. If there is a newer one, nothing is changed.")]
    public int? Version { get; init; }
}

public sealed record DecisionRequest
{
    [Required, Description("What is to become of it.")]
    public Verdict? Verdict { get; init; }

    [Required, Description("Why, 1 to 400 characters.")]
    public string? Reason { get; init; }

    [Required, Description("The version that was read. If there is a newer one, nothing is decided.")]
    public int? Version { get; init; }
}

/// <param name="Aim">Where the recommendation belongs.</param>
public sealed record FindingDetail(
    string Id,
    string Statement,
    string Recommendation,
    [property: Description("course, schedule, facilitation, week:3 or form:weekly-pulse; null if nobody said.")] string? Aim,
    IReadOnlyList<EvidenceView> Evidence,
    DecisionView? Decision,
    ActedView? Acted,
    IReadOnlyList<PublicText> Public,
    DateTimeOffset At,
    [property: Description("Grows with every change.")] int Version)
{
    internal static FindingDetail Of(FindingView finding) => new(
        finding.Id,
        finding.Text.Statement,
        finding.Text.Recommendation,
        finding.Text.Aim is null ? null : Aims.Write(finding.Text.Aim),
        finding.Evidence,
        finding.Decision,
        finding.Acted,
        finding.Public,
        finding.At,
        finding.Version);
}
