using System.ComponentModel;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Api;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

/// <summary>The threads of a cohort, for programs.</summary>
internal static class ThreadApi
{
    public const string Path = "/cohorts/{cohort}/threads";

    public static void MapThreadApi(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, List).WithName("listThreads").WithTags("Discussion")
            .WithSummary("The threads of a week, or of all weeks that are open")
            .WithDescription("In the order of their ids. Private questions are not listed.")
            .Produces<Listing<DiscussionThread>>().RefusesStrangers().Refuses(StatusCodes.Status400BadRequest);
        api.MapPost(Path, Start).WithName("createThread").WithTags("Discussion")
            .WithSummary("Begin a thread with its first post")
            .WithDescription("For who is on the roster. The same id again answers 200 with the thread that is there. Whoever is too fast gets 429 with Retry-After; muted and paused people get 409.")
            .Produces<DiscussionThread>(StatusCodes.Status201Created).Produces<DiscussionThread>()
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);
        api.MapGet(Path + "/{thread:guid}", Get).WithName("getThread").WithTags("Discussion")
            .WithSummary("A thread without its posts")
            .Produces<DiscussionThread>().RefusesStrangers();
    }

    private static async Task<IResult> List(
        HttpContext context,
        IGrainFactory grains,
        Reader reader,
        [Description("From 1; without one all weeks that are open.")] int? week = null,
        [Description(ApiDocument.Cursor)] string? cursor = null)
    {
        var access = context.Cohort();
        var open = access.OpenWeeks(reader.Now);
        if (week is { } asked && !open.Contains(asked))
        {
            return WeekApi.Shut(access.Cohort, asked, reader) ?? Problem.Of(reader, StatusCodes.Status404NotFound, "week.unknown");
        }

        var viewer = context.Viewer();
        var weeks = await Task.WhenAll((week is { } one ? [one] : open).Select(number => grains.ThreadsAsync(access.Slug, number, viewer)));
        if (Listing.Cut(weeks.SelectMany(threads => threads), thread => thread.Thread, cursor) is not var (part, next))
        {
            return ApiAnswers.BadCursor(reader);
        }

        var speakers = await Speakers.Of(grains, access.Slug, part.Select(thread => thread.By));
        return Results.Ok(new Listing<DiscussionThread>([.. part.Select(thread => DiscussionThread.Of(thread, speakers))], next));
    }

    private static async Task<IResult> Get(HttpContext context, IGrainFactory grains, Reader reader, [Description("Its id.")] Guid thread) =>
        await grains.ThreadAsync(context, thread) is { } found
            ? Results.Ok(await ShowAsync(context, grains, found))
            : DiscussionApi.Unknown(reader, "thread.unknown");

    private static async Task<IResult> Start(HttpContext context, IGrainFactory grains, Rolls rolls, Reader reader, NewThreadRequest asked)
    {
        var access = context.Cohort();
        var fields = new Fields(reader.Words);
        var id = fields.Required("id", asked.Id);
        var week = fields.Required("week", asked.Week);
        var title = fields.Required("title", asked.Title);
        var body = fields.Required("body", asked.Body);
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        if (!access.OpenWeeks(reader.Now).Contains(week))
        {
            return Problem.Of(reader, Outcome.Refused(access.Cohort.Week(week) is null ? "week.unknown" : "week.not-open"), "week");
        }

        var isNew = await grains.Thread(access.Slug, id.ToString()).Summary() is null;
        var started = await grains.Voice(access.Slug, context.User.LearnerId()).Start(new(
            id.ToString(), week, title, asked.Kind ?? ThreadKind.Talk, Audience.Cohort, await grains.WrittenAsync(rolls, access.Slug, id.ToString(), body)));
        if (!started.Accepted || await grains.ThreadAsync(context, id) is not { } thread)
        {
            return DiscussionApi.Refused(context, reader, started);
        }

        var made = await ShowAsync(context, grains, thread);
        return isNew ? Results.Created($"{ApiServices.Root}/cohorts/{access.Slug}/threads/{id}", made) : Results.Ok(made);
    }

    private static async Task<DiscussionThread> ShowAsync(HttpContext context, IGrainFactory grains, ThreadSummary thread) =>
        DiscussionThread.Of(thread, await Speakers.Of(grains, context.Cohort().Slug, [thread.By]));
}
