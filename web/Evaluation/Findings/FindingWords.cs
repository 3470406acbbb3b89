using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>Where a finding stands, in words.</summary>
public enum FindingStanding
{
    Open,
    Accepted,
    Later,
    Declined,
    Acted,
}

public static class FindingStandings
{
    public static FindingStanding Standing(this FindingView finding) => finding switch
    {
        { Acted: not null } => FindingStanding.Acted,
        { Decision: null } => FindingStanding.Open,
        { Decision.Verdict: Verdict.Accepted } => FindingStanding.Accepted,
        { Decision.Verdict: Verdict.Later } => FindingStanding.Later,
        _ => FindingStanding.Declined,
    };

    public static string Standing(this Words words, FindingStanding standing) => words[$"finding.standing.{standing.ToString().ToLowerInvariant()}"];

    /// <summary>The look of its tag: what needs somebody is warm, what is done is green.</summary>
    public static string? Look(this FindingStanding standing) => standing switch
    {
        FindingStanding.Open => "warm",
        FindingStanding.Acted => "good",
        FindingStanding.Accepted => null,
        _ => "plain",
    };

    public static FindingStanding? Read(string? typed) =>
        Enum.TryParse<FindingStanding>(typed, ignoreCase: true, out var standing) && Enum.IsDefined(standing) ? standing : null;

    public static Verdict? ReadVerdict(string? typed) =>
        Enum.TryParse<Verdict>(typed, ignoreCase: true, out var verdict) && Enum.IsDefined(verdict) ? verdict : null;
}
