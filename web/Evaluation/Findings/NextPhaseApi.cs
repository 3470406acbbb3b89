using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.Api;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

public sealed record NextPhaseRequest
{
    [Required, Description("The slug of the new cohort: 2 to 40 small Latin letters, digits and single hyphens.")]
    public string? Id { get; init; }

    [Description("What people call it, 60 characters at most; without one its id.")]
    public string? Name { get; init; }

    [Required, Description("The day on which week 1 opens, today or later in the cohort's zone.")]
    public DateOnly? FirstDay { get; init; }

    [Description("The local time at which each week opens; that of the phase before if none is given.")]
    public TimeOnly? ReleaseTime { get; init; }

    [Description("An IANA zone; that of the phase before if none is given.")]
    public string? Zone { get; init; }

    [Description("For participants, 1 to 10000; as many as in the phase before if none are given.")]
    public int? Seats { get; init; }
}

/// <summary>A phase and the plan that it was handed.</summary>
/// <param name="Plan">The recommendations that were accepted in the phase before.</param>
public sealed record NextPhaseMade(CohortDetail Cohort, [property: Description("The cohort before.")] string Previous, IReadOnlyList<PlanLine> Plan);

public sealed record PlanLine(
    [property: Description("The id of the finding in the phase before.")] string Finding,
    string Recommendation,
    [property: Description("course, schedule, facilitation, week:3 or form:weekly-pulse.")] string Aim,
    [property: Description("When it was followed; null as long as nobody did.")] DateTimeOffset? ActedAt);

/// <summary>Makes the next phase from a cohort.</summary>
internal static class NextPhaseApi
{
    public const string Path = ApiServices.Root + Route;

    private const string Route = "/cohorts/{cohort}/next-phase";

    public static void MapNextPhaseApi(this IEndpointRouteBuilder api) =>
        api.MapPost(Route, Make).WithName("makeNextPhase").WithTags("Evaluation")
            .WithSummary("Make the next cohort of the same course, and hand it the plan")
            .WithDescription("For organisers. The accepted findings become its plan, the figures its baseline. The same request again answers 200 and hands it what was accepted since.")
            .Produces<NextPhaseMade>(StatusCodes.Status201Created).Produces<NextPhaseMade>()
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);

    private static async Task<IResult> Make(HttpContext context, IGrainFactory grains, Reader reader, NextPhaseRequest asked)
    {
        var before = context.Cohort().Cohort;
        var fields = new Fields(reader.Words);
        var id = fields.Required("id", asked.Id);
        var plan = new NewCohort(
            before.Course,
            string.IsNullOrWhiteSpace(asked.Name) ? id : asked.Name,
            fields.Required("firstDay", asked.FirstDay),
            asked.ReleaseTime ?? before.ReleaseTime,
            string.IsNullOrWhiteSpace(asked.Zone) ? before.Zone : asked.Zone,
            asked.Seats ?? before.Seats);
        fields.Check("firstDay", plan.FirstDay.Year <= CohortMaking.LastYear, "problem.field.unreadable");
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        var isNew = await grains.Cohort(id).Get() is null;
        var outcome = await NextPhase.MakeAsync(grains, before.Cohort, id, plan, context.User.LearnerId(), reader.Words);
        if (!outcome.Accepted)
        {
            return Problem.Of(reader, outcome, CohortMaking.FieldOf(outcome.Code!));
        }

        var phase = (await grains.Phase(id).Get())!;
        var cohort = CohortApi.Detail((await grains.Cohort(id).Get())!, await grains.Learner(context.User.LearnerId()).Enrolment(id), reader.Now);
        var made = new NextPhaseMade(cohort, phase.Previous, [.. phase.Items.Select(item => new PlanLine(item.Finding, item.Recommendation, Aims.Write(item.Aim), item.Acted?.At))]);
        return isNew ? Results.Created($"{ApiServices.Root}/cohorts/{id}", made) : Results.Ok(made);
    }
}
