using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Web.People;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

public sealed record NewCohortRequest
{
    [Required, Description("Its slug, which is part of every address: 2 to 40 small Latin letters, digits and single hyphens.")]
    public string? Id { get; init; }

    [Required, Description("The course's slug.")]
    public string? Course { get; init; }

    [Description("What people call it, 60 characters at most; without one its id.")]
    public string? Name { get; init; }

    [Required, Description("The day on which week 1 opens, today or later in the cohort's zone.")]
    public DateOnly? FirstDay { get; init; }

    [Required, Description("The local time at which each week opens. Where the clocks go forward over it, the first moment after; where they go back over it, the first of the two.")]
    public TimeOnly? ReleaseTime { get; init; }

    [Required, Description("An IANA zone, such as Africa/Nairobi.")]
    public string? Zone { get; init; }

    [Required, Description("For participants, 1 to 10000.")]
    public int? Seats { get; init; }
}

/// <summary>Makes cohorts.</summary>
internal static class CohortMaking
{
    public const int LastYear = 9000;

    public static void MapCohortMaking(this IEndpointRouteBuilder api) =>
        api.MapPost("/cohorts", Make).WithName("createCohort").WithTags("Cohorts")
            .WithSummary("Make a cohort")
            .WithDescription("For organisers. The same request again answers 200 with the cohort that is there; another plan under the same id is refused as cohort.exists.")
            .Produces<CohortDetail>(StatusCodes.Status201Created).Produces<CohortDetail>()
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status409Conflict);

    private static async Task<IResult> Make(HttpContext context, IGrainFactory grains, Reader reader, NewCohortRequest asked)
    {
        var fields = new Fields(reader.Words);
        var id = fields.Required("id", asked.Id);
        var plan = new NewCohort(
            fields.Required("course", asked.Course),
            string.IsNullOrWhiteSpace(asked.Name) ? id : asked.Name,
            fields.Required("firstDay", asked.FirstDay),
            fields.Required("releaseTime", asked.ReleaseTime),
            fields.Required("zone", asked.Zone),
            fields.Required("seats", asked.Seats));
        fields.Check("firstDay", plan.FirstDay.Year <= LastYear, "problem.field.unreadable");
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        var cohort = grains.Cohort(id);
        var isNew = await cohort.Get() is null;
        if (await cohort.Create(plan) is { Accepted: false } refused)
        {
            return Problem.Of(reader, refused, FieldOf(refused.Code!));
        }

        await grains.Catalog().Add(new(id, plan.Course));
        var made = CohortApi.Detail((await cohort.Get())!, await grains.Learner(context.User.LearnerId()).Enrolment(id), reader.Now);
        return isNew ? Results.Created($"{ApiServices.Root}/cohorts/{id}", made) : Results.Ok(made);
    }

    public static string? FieldOf(string code) => code switch
    {
        "cohort.address" => "id",
        "course.unknown" or "cohort.completion" => "course",
        "cohort.name" => "name",
        "cohort.past-start" => "firstDay",
        "cohort.zone" => "zone",
        "cohort.seats" => "seats",
        _ => null,
    };
}
