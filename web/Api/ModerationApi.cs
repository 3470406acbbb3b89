using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Api;

public sealed record NewReportRequest
{
    [Required, Description("Made by who asks. The same id again is the same report.")]
    public Guid? Id { get; init; }

    [Required, Description("The most urgent is danger.")]
    public ReportReason? Reason { get; init; }

    [Description("Whom it goes to; the instructors unless said otherwise. The safety contact reads alone.")]
    public ReportChannel? Channel { get; init; }

    [Description("Plain text, 1000 characters at most; required with the reason other.")]
    public string? Words { get; init; }

    [Description("With post what is reported.")]
    public Guid? Thread { get; init; }

    public Guid? Post { get; init; }

    [Description("Instead of a post the name that a person goes by in the cohort.")]
    public string? Person { get; init; }
}

public sealed record ReportMade(
    Guid Id,
    ReportChannel Channel,
    ReportReason Reason,
    DateTimeOffset At,
    [property: Description("How it was decided; null while it waits.")] ActKind? Answer,
    DateTimeOffset? AnsweredAt);

public sealed record ModerationCase(
    string Id,
    [property: Description("Send it back with an act: of two moderators who act at once the later one is refused.")] int Version,
    CaseState State,
    ReportChannel Channel,
    string? Thread,
    string? Post,
    [property: Description("The name of the post's author or of the person; null if they are gone.")] string? About,
    [property: Description("The most urgent reason that was given.")] ReportReason Reason,
    DateTimeOffset Since,
    IReadOnlyList<CaseReport> Reports,
    [property: Description("What the post's author says against its being hidden.")] string? Appeal,
    ActKind? Answer);

public sealed record CaseReport(string? By, ReportReason Reason, string Words, DateTimeOffset At);

public sealed record NewActRequest
{
    [Required, Description("Made by who asks. The same id again is done once.")]
    public Guid? Id { get; init; }

    [Required, Description("One of hide, remove, mute, unmute, talk, dismiss; for an appeal uphold or reverse.")]
    public ActKind? Kind { get; init; }

    [Required, Description("The version of the case that was looked at.")]
    public int? Version { get; init; }

    [Description("For hide: what the author is told.")]
    public ReportReason? Reason { get; init; }

    [Description("For mute: within 60 days.")]
    public DateTimeOffset? Until { get; init; }

    [Description("Why, 500 characters at most.")]
    public string? Words { get; init; }
}

public sealed record LoggedAct(
    int Number,
    string Id,
    ActKind Kind,
    DateTimeOffset At,
    [property: Description("By the name they go by; null if they are gone.")] string? By,
    string? About,
    string? Case,
    string? Thread,
    string? Post,
    [property: Description("Minutes, a week, or an instant, by the kind.")] string? Value,
    ReportReason? Reason,
    string Words,
    [property: Description("The id of the act that it takes back.")] string? Undoes,
    string Hash);

/// <summary>Reports, cases and the log. For whom a case is about there is none of it.</summary>
internal static class ModerationApi
{
    public static void MapModerationApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cohorts/{cohort}/reports", Report).WithName("report").WithTags("Moderation")
            .WithSummary("Report a post or a person")
            .WithDescription("Whoever it is about neither sees nor handles it, whatever they are.")
            .Produces<ReportMade>(StatusCodes.Status201Created)
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);
        api.MapGet("/cohorts/{cohort}/moderation/cases", List).WithName("listCases").WithTags("Moderation")
            .WithSummary("The cases that the reader may handle")
            .Produces<Listing<ModerationCase>>().RefusesStrangers().Refuses(StatusCodes.Status400BadRequest);
        api.MapPost("/cohorts/{cohort}/moderation/cases/{case}/acts", Act).WithName("actOnCase").WithTags("Moderation")
            .WithSummary("Decide on a case")
            .Produces<ModerationCase>()
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status409Conflict);
        api.MapGet("/cohorts/{cohort}/moderation/log", Log).WithName("listActs").WithTags("Moderation")
            .WithSummary("What moderators did, the newest first")
            .Produces<Listing<LoggedAct>>().RefusesStrangers().Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> Report(HttpContext context, IGrainFactory grains, Reader reader, ReportThrottles throttles, NewReportRequest asked)
    {
        var cohort = context.Cohort().Slug;
        var fields = new Fields(reader.Words);
        var id = fields.Required("id", asked.Id).ToString();
        var reason = fields.Required("reason", asked.Reason);
        var person = asked.Person is { } name ? await grains.Cohort(cohort).Named(name) : null;
        fields.Check("person", asked.Person is null || person is not null, "report.person.unknown");
        fields.Check("post", asked.Person is not null || asked is { Thread: not null, Post: not null }, "problem.field.missing");
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        if (throttles.People.Enter(context.User.LearnerId()) is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return Problem.Of(reader, StatusCodes.Status429TooManyRequests, "request.too-many");
        }

        var moderation = grains.Moderation(cohort);
        var outcome = await moderation.Report(new(
            id, context.User.LearnerId(), asked.Channel ?? ReportChannel.Instructors, reason, (asked.Words ?? "").ReplaceLineEndings("\n"), person is null ? asked.Thread?.ToString() : null, person is null ? asked.Post?.ToString() : null, person?.Learner));
        if (!outcome.Accepted)
        {
            return Problem.Of(reader, outcome, outcome.Code is "report.empty" or "report.too-long" ? "words" : null);
        }

        var made = (await moderation.ReportsOf(context.User.LearnerId())).First(report => report.Id == id);
        return Results.Json(new ReportMade(asked.Id!.Value, made.Channel, made.Reason, made.At, made.Answer, made.Answered), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(HttpContext context, IGrainFactory grains, Reader reader, [Description(ApiDocument.Cursor)] string? cursor = null)
    {
        var cohort = context.Cohort().Slug;
        if (Listing.Cut(await grains.Moderation(cohort).Cases(context.Moderator()), found => found.Id, cursor) is not var (part, next))
        {
            return ApiAnswers.BadCursor(reader);
        }

        var names = await Names.ReadAsync(grains, cohort, reader.Words, part.SelectMany(found => found.People()));
        return Results.Ok(new Listing<ModerationCase>([.. part.Select(found => Show(found, names))], next));
    }

    private static async Task<IResult> Act(HttpContext context, IGrainFactory grains, Reader reader, [Description("The id of the case.")] string @case, NewActRequest asked)
    {
        var moderation = grains.Moderation(context.Cohort().Slug);
        if (ActForm.OfGrain(@case) is not { } id || await moderation.Case(id, context.Moderator()) is not { } found)
        {
            return Problem.Of(reader, StatusCodes.Status404NotFound, "resource.unknown");
        }

        var fields = new Fields(reader.Words);
        var act = new NewAct(
            fields.Required("id", asked.Id).ToString(),
            fields.Required("kind", asked.Kind),
            id,
            fields.Required("version", asked.Version),
            Person: found.About,
            Until: asked.Until,
            Reason: asked.Reason,
            Words: (asked.Words ?? "").ReplaceLineEndings("\n"));
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        var outcome = await moderation.Act(act, context.Moderator());
        if (!outcome.Accepted)
        {
            return Problem.Of(reader, outcome, outcome.Code switch { "act.too-long" => "words", "act.reason-missing" => "reason", "act.until" => "until", _ => null });
        }

        var now = (await moderation.Case(id, context.Moderator()))!;
        return Results.Ok(Show(now, await Names.ReadAsync(grains, context.Cohort().Slug, reader.Words, now.People())));
    }

    private static async Task<IResult> Log(HttpContext context, IGrainFactory grains, Reader reader, [Description(ApiDocument.Cursor)] string? cursor = null)
    {
        var before = int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        if (!string.IsNullOrEmpty(cursor) && before is null)
        {
            return ApiAnswers.BadCursor(reader);
        }

        var cohort = context.Cohort().Slug;
        var slice = await grains.Moderation(cohort).Log(context.Moderator(), before);
        var seen = slice.Entries.Where(entry => entry.Act is not null).ToList();
        var names = await Names.ReadAsync(grains, cohort, reader.Words, seen.SelectMany(entry => new[] { entry.Act!.By, entry.Act.About }));
        return Results.Ok(new Listing<LoggedAct>(
            [
                .. seen.Select(entry => (entry.Hash, Act: entry.Act!)).Select(entry => new LoggedAct(
                    entry.Act.Number,
                    entry.Act.Id,
                    entry.Act.Kind,
                    entry.Act.At,
                    entry.Act.By.Length == 0 ? null : names[entry.Act.By],
                    entry.Act.About is { } about ? names[about] : null,
                    entry.Act.Case,
                    entry.Act.Thread,
                    entry.Act.Post,
                    entry.Act.Value,
                    entry.Act.Reason,
                    entry.Act.Words,
                    entry.Act.Undoes,
                    entry.Hash)),
            ],
            slice.Before?.ToString(CultureInfo.InvariantCulture)));
    }

    private static ModerationCase Show(CaseView found, Names names) => new(
        found.Id,
        found.Version,
        found.State,
        found.Channel,
        found.Thread,
        found.Post,
        found.About is { } about ? names[about] : null,
        found.Reason,
        found.Since,
        [.. found.Reports.Select(report => new CaseReport(report.By is { } by ? names[by] : null, report.Reason, report.Words, report.At))],
        found.Appeal?.Words,
        found.Answer);
}
