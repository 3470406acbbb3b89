using System.ComponentModel;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Evaluation;
using CohortCourses.Web.Api;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Evaluation;

/// <summary>Findings, for programs.</summary>
internal static class FindingApi
{
    public const string Path = ApiServices.Root + Route;
    public const string One = ApiServices.Root + OneRoute;
    public const string Decision = ApiServices.Root + DecisionRoute;

    private const string Id = "The finding's id.";
    private const string Unknown = "finding.unknown";
    private const string Route = "/cohorts/{cohort}/findings";
    private const string OneRoute = Route + "/{finding:guid}";
    private const string DecisionRoute = OneRoute + "/decision";

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
        api.MapGet(OneRoute, Get).WithName("getFinding").WithTags("Evaluation")
            .WithSummary("A finding")
            .Produces<FindingDetail>().RefusesStrangers().Refuses(StatusCodes.Status403Forbidden);
        api.MapPut(OneRoute, Edit).WithName("changeFinding").WithTags("Evaluation")
            .WithSummary("Change what a finding says")
            .WithDescription("The words replace those that are there, and what was decided has to be decided anew. The same words again change nothing. Who changed it meanwhile is not written over: 409 with finding.changed-meanwhile; read it, and send the words again with its version.")
            .Produces<FindingDetail>().RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);
        api.MapPut(DecisionRoute, Decide).WithName("decideFinding").WithTags("Evaluation")
            .WithSummary("Decide what becomes of a finding")
            .WithDescription("The same decision again changes nothing. What is accepted says what to do, and where. A finding that was changed meanwhile is not decided unread: 409 with finding.changed-meanwhile.")
            .Produces<FindingDetail>().RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(HttpContext context, IGrainFactory grains, Reader reader, [Description(ApiDocument.Cursor)] string? cursor = null) =>
        Listing.Cut(await grains.Findings(context.Cohort().Slug).List(), finding => finding.Id, cursor) is var (part, next)
            ? Results.Ok(new Listing<FindingDetail>([.. part.Select(FindingDetail.Of)], next))
            : ApiAnswers.BadCursor(reader);

    private static async Task<IResult> Write(HttpContext context, IGrainFactory grains, Reader reader, NewFindingRequest asked)
    {
        var fields = new Fields(reader.Words);
        var id = fields.Required("id", asked.Id).ToString();
        if (Read(fields, asked) is not { } text)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        var cohort = context.Cohort().Slug;
        var isNew = await grains.Finding(cohort, id).Get() is null;
        var outcome = await grains.Findings(cohort).Write(id, context.User.LearnerId(), text);
        if (!outcome.Accepted)
        {
            return Problem.Of(reader, outcome, FindingForm.FieldOf(outcome.Code));
        }

        var written = FindingDetail.Of((await grains.Finding(cohort, id).Get())!);
        return isNew ? Results.Created($"{ApiServices.Root}/cohorts/{cohort}/findings/{id}", written) : Results.Ok(written);
    }

    private static Task<IResult> Get(HttpContext context, IGrainFactory grains, Reader reader, [Description(Id)] Guid finding) =>
        Show(reader, grains.Finding(context.Cohort().Slug, finding.ToString()));

    private static async Task<IResult> Edit(HttpContext context, IGrainFactory grains, Reader reader, [Description(Id)] Guid finding, ChangedFindingRequest asked)
    {
        var fields = new Fields(reader.Words);
        var seen = fields.Required("version", asked.Version);
        return Read(fields, asked) is { } text
            ? await Do(context, grains, reader, finding, one => one.Edit(text, seen))
            : ApiAnswers.Invalid(reader, fields.Errors);
    }

    private static async Task<IResult> Decide(HttpContext context, IGrainFactory grains, Reader reader, [Description(Id)] Guid finding, DecisionRequest asked)
    {
        var fields = new Fields(reader.Words);
        var verdict = fields.Required("verdict", asked.Verdict);
        var reason = fields.Required("reason", asked.Reason);
        var seen = fields.Required("version", asked.Version);
        return fields.Errors.Count == 0
            ? await Do(context, grains, reader, finding, one => one.Decide(verdict, context.User.LearnerId(), reason, seen))
            : ApiAnswers.Invalid(reader, fields.Errors);
    }

    private static async Task<IResult> Do(HttpContext context, IGrainFactory grains, Reader reader, Guid finding, Func<IFindingGrain, Task<Outcome>> command)
    {
        var one = grains.Finding(context.Cohort().Slug, finding.ToString());
        var outcome = await command(one);
        return outcome.Accepted || outcome.Code == Unknown ? await Show(reader, one) : Problem.Of(reader, outcome, FindingForm.FieldOf(outcome.Code));
    }

    private static async Task<IResult> Show(Reader reader, IFindingGrain finding) => await finding.Get() is { } found
        ? Results.Ok(FindingDetail.Of(found))
        : Problem.Of(reader, Outcome.Refused(Unknown), StatusCodes.Status404NotFound);

    /// <summary>What a request says; null if a field will not do.</summary>
    private static FindingText? Read(Fields fields, FindingWordsRequest asked)
    {
        var statement = fields.Required("statement", asked.Statement);
        var aim = Aims.Read(asked.Aim);
        fields.Check("aim", string.IsNullOrEmpty(asked.Aim) || aim is not null, "problem.field.unreadable");
        return fields.Errors.Count > 0 ? null : new(statement, asked.Recommendation ?? "", aim);
    }
}
