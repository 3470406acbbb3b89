using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Evaluation;

internal static class FindingPolicies
{
    private const string List = "/c/{cohort}/evaluate/findings";
    private const string Finding = List + "/{finding:guid}";
    private const string Plan = "/c/{cohort}/evaluate/plan";

    /// <summary>Evaluators and organisers write and decide; who runs the cohort carries the plan out; everybody sees what came of it.</summary>
    public static readonly PolicyRow[] Rows =
    [
        new("GET", List, EvaluateHead.Who),
        new("GET", List + "/new", EvaluateHead.Who),
        new("POST", List + "/new", EvaluateHead.Who),
        new("GET", Finding, EvaluateHead.Who),
        new("POST", Finding, EvaluateHead.Who, "edit"),
        new("POST", Finding, EvaluateHead.Who, "decide"),
        new("POST", Finding, EvaluateHead.Who, "tell"),
        new("POST", Finding, EvaluateHead.Who, "act"),
        new("POST", Finding, EvaluateHead.Who, "takeback"),
        new("POST", Finding, EvaluateHead.Who, "drop"),
        new("POST", Finding, EvaluateHead.Who, "figure"),
        new("POST", Finding, EvaluateHead.Who, "quote"),
        new("GET", Plan, Recommended.Readers),
        new("POST", Plan, Recommended.Readers, "tick"),
        new("POST", Plan, Recommended.Readers, "untick"),
        new("GET", "/c/{cohort}/manage/recommendations", Recommended.Readers),
        new("GET", "/c/{cohort}/changed", Who.Members),
    ];

    public static readonly PolicyRow[] Api =
    [
        new("GET", FindingApi.Path, EvaluateHead.Who),
        new("POST", FindingApi.Path, EvaluateHead.Who),
        new("GET", FindingApi.One, EvaluateHead.Who),
        new("PUT", FindingApi.One, EvaluateHead.Who),
        new("PUT", FindingApi.Decision, EvaluateHead.Who),
        new("POST", NextPhaseApi.Path, Who.Organiser),
    ];
}
