using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Api;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

public sealed record NewFindingRequest
{
    [Required, Description("A GUID made by the caller; the same id twice is one finding.")]
    public Guid? Id { get; init; }

    [Required, Description("What was found, 1 to 400 characters.")]
    public string? Statement { get; init; }

    [Description("What to do about it, 600 characters at most.")]
    public string? Recommendation { get; init; }

    [Description("Where: course, schedule, facilitation, week:3 or form:weekly-pulse.")]
    public string? Aim { get; init; }
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

/// <summary>Findings, for programs.</summary>
internal static class FindingApi
{
    public const string Path = ApiServices.Root + Route;

    private const string Route = "/cohorts/{cohort}/findings";

    public static void MapFindingApi(this IEndpointRouteBuilder api)
    {
        api.MapGet(Route, List).WithName("listFindings").WithTags("Evaluation")
            .WithSummary("The findings of a cohort, with their evidence and what was decided")
            .Produces<Listing<FindingDetail>>().RefusesStrangers().Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden);
        api.MapPost(Route, Write).WithName("writeFinding").WithTags("Evaluation")
            .WithSummary("Write a finding")
            .WithDescription("The same id again answers 200 with the finding that is there.")
            .Produces<FindingDetail>(StatusCodes.Status201Created).Produces<FindingDetail>()
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(HttpContext context, IGrainFactory grains, Reader reader, [Description(ApiDocument.Cursor)] string? cursor = null) =>
        Listing.Cut(await grains.Findings(context.Cohort().Slug).List(), finding => finding.Id, cursor) is var (part, next)
            ? Results.Ok(new Listing<FindingDetail>([.. part.Select(FindingDetail.Of)], next))
            : ApiAnswers.BadCursor(reader);

    private static async Task<IResult> Write(HttpContext context, IGrainFactory grains, Reader reader, NewFindingRequest asked)
    {
        var fields = new Fields(reader.Words);
        var id = fields.Required("id", asked.Id).ToString();
        var statement = fields.Required("statement", asked.Statement);
        var aim = Aims.Read(asked.Aim);
        fields.Check("aim", string.IsNullOrEmpty(asked.Aim) || aim is not null, "problem.field.unreadable");
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        var cohort = context.Cohort().Slug;
        var isNew = await grains.Finding(cohort, id).Get() is null;
        var outcome = await grains.Findings(cohort).Write(id, context.User.LearnerId(), new(statement, asked.Recommendation ?? "", aim));
        if (!outcome.Accepted)
        {
            return Problem.Of(reader, outcome, FindingForm.FieldOf(outcome.Code));
        }

        var written = FindingDetail.Of((await grains.Finding(cohort, id).Get())!);
        return isNew ? Results.Created($"/c/{cohort}/evaluate/findings/{id}", written) : Results.Ok(written);
    }
}
