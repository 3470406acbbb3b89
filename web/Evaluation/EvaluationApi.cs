using System.ComponentModel;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Api;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>The figures of a cohort for programs.</summary>
internal static class EvaluationApi
{
    public const string Path = "/cohorts/{cohort}/evaluation";

    public static void MapEvaluationApi(this IEndpointRouteBuilder api) =>
        api.MapGet(Path, Get).WithName("getEvaluation").WithTags("Evaluation")
            .WithSummary("The figures of a cohort")
            .WithDescription("Counted at most once a minute; asOf says when. Shares carry n and a 95% interval. No group of fewer than five is shown, nor can be found by subtracting: null stands where a figure is left out, and values that stand together are one group. Filter by one attribute at a time.")
            .Produces<EvaluationReport>().RefusesStrangers().Refuses(StatusCodes.Status409Conflict);

    private static async Task<IResult> Get(
        HttpContext context,
        IGrainFactory grains,
        Reader reader,
        [Description("track, language or region.")] string[]? by = null,
        [Description("A value of that attribute.")] string[]? @is = null)
    {
        var reply = await grains.Evaluation(context.Cohort().Slug).Get(Asked.Filter(by, @is));
        return reply.Outcome.Accepted && reply.View is { } view
            ? Results.Ok(EvaluationReport.Of(view, by is [var attribute] ? attribute : null, @is is [var value] ? value : null))
            : Problem.Of(reader, reply.Outcome);
    }
}
