using CohortCourses.Web.Api;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Evaluation;

internal static class EvaluationPolicies
{
    private const Who Evaluators = Who.Evaluator | Who.Organiser;

    public static readonly PolicyRow[] Rows =
    [
        new("GET", "/c/{cohort}/evaluate", Evaluators),
        new("GET", "/c/{cohort}/evaluate/questions", Evaluators),
    ];

    public static readonly PolicyRow[] Api =
    [
        new("GET", ApiServices.Root + EvaluationApi.Path, Evaluators),
    ];
}
