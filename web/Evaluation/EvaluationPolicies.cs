using CohortCourses.Web.Api;
using CohortCourses.Web.Evaluation.Exports;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Evaluation;

internal static class EvaluationPolicies
{
    /// <summary>Who evaluates, and may take what leaves for research.</summary>
    public const Who Evaluators = Who.Evaluator | Who.Organiser;

    public static readonly PolicyRow[] Rows =
    [
        new("GET", "/c/{cohort}/evaluate", Evaluators),
        new("GET", "/c/{cohort}/evaluate/questions", Evaluators),
        new("GET", ExportsModel.Path, Evaluators),
        new("POST", ExportsModel.Path, Who.Organiser, "keys"),
        new("GET", "/c/{cohort}/evaluate/compare", Evaluators),
        new("GET", "/c/{cohort}/evaluate/report", Evaluators),
        new("GET", ReportFile.Route, Evaluators),
        new("GET", ReportFile.PictureRoute, Evaluators),
    ];

    public static readonly PolicyRow[] Api =
    [
        new("GET", ApiServices.Root + EvaluationApi.Path, Evaluators),
        .. ExportApi.Policies,
    ];
}
