using System.ComponentModel;
using System.Globalization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Api;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

/// <summary>The posts of a thread, for programs.</summary>
internal static class PostApi
{
    public const string Path = ThreadApi.Path + "/{thread:guid}/posts";

    private const string OfThread = "The id of the thread.";
    private const string ItsId = "Its id.";

    public static void MapPostApi(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, List).WithName("listPosts").WithTags("Discussion")
            .WithSummary("The posts of a thread in their order")
            .WithDescription("Asking does not mark them as read. Posts that the reader may not know of are left out, and leave a gap in the numbers.")
            .Produces<Listing<DiscussionPost>>().RefusesStrangers().Refuses(StatusCodes.Status400BadRequest);
        api.MapPost(Path, Write).WithName("createPost").WithTags("Discussion")
            .WithSummary("Write a post")
            .WithDescription("For who is on the roster. The same id again answers 200 with the post that is there. Whoever is too fast gets 429 with Retry-After; a thread that is locked or slow, and people who are muted or paused, 409.")
            .Produces<DiscussionPost>(StatusCodes.Status201Created).Produces<DiscussionPost>()
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);
        api.MapPatch(Path + "/{post:guid}", Edit).WithName("changePost").WithTags("Discussion")
            .WithSummary("Change one's own post")
            .WithDescription("After 15 minutes it is marked as edited. Twice is once.")
            .Produces<DiscussionPost>()
            .RefusesStrangers().RefusesBodies().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);
        api.MapDelete(Path + "/{post:guid}", Withdraw).WithName("withdrawPost").WithTags("Discussion")
            .WithSummary("Take one's own post back")
            .WithDescription("Twice is once.")
            .Produces(StatusCodes.Status204NoContent).RefusesStrangers().Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(
        HttpContext context, IGrainFactory grains, Reader reader, [Description(OfThread)] Guid thread, [Description(ApiDocument.Cursor)] string? cursor = null)
    {
        if (Listing.Read(cursor) is not { } after || ((!int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last) || last == int.MaxValue) && after.Length > 0))
        {
            return ApiAnswers.BadCursor(reader);
        }

        var viewer = context.Viewer();
        if (await grains.Thread(context.Cohort().Slug, thread.ToString()).Read(last + 1, Listing.Size, viewer) is not { } part || !part.Thread.IsListedTo(viewer))
        {
            return DiscussionApi.Unknown(reader, "thread.unknown");
        }

        // Counted from the number that was asked for: the last posts of a part may be some that this reader does not get.
        var end = last + Listing.Size;
        return Results.Ok(new Listing<DiscussionPost>(
            await ShowAsync(context, grains, reader, part.Posts),
            end < part.Thread.Numbers ? Listing.Write(end.ToString(CultureInfo.InvariantCulture)) : null));
    }

    private static async Task<IResult> Write(HttpContext context, IGrainFactory grains, Rolls rolls, Reader reader, [Description(OfThread)] Guid thread, NewPostRequest asked)
    {
        var slug = context.Cohort().Slug;
        var fields = new Fields(reader.Words);
        var id = fields.Required("id", asked.Id);
        var body = fields.Required("body", asked.Body);
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        if (await grains.ThreadAsync(context, thread) is null)
        {
            return DiscussionApi.Unknown(reader, "thread.unknown");
        }

        var isNew = await FindAsync(context, grains, thread, id) is null;
        var sent = await grains.Voice(slug, context.User.LearnerId()).Post(
            thread.ToString(), await grains.WrittenAsync(rolls, slug, id.ToString(), body, asked.ReplyTo?.ToString()));
        if (sent.Outcome.Code == "post.unknown")
        {
            return Problem.Of(reader, sent.Outcome, "replyTo");
        }

        if (!sent.Outcome.Accepted || await FindAsync(context, grains, thread, id) is not { } post)
        {
            return DiscussionApi.Refused(context, reader, sent.Outcome);
        }

        var made = (await ShowAsync(context, grains, reader, [post])).Single();
        return isNew ? Results.Json(made, statusCode: StatusCodes.Status201Created) : Results.Ok(made);
    }

    private static async Task<IResult> Edit(
        HttpContext context, IGrainFactory grains, Rolls rolls, Reader reader, [Description(OfThread)] Guid thread, [Description(ItsId)] Guid post, PostChangeRequest asked)
    {
        var slug = context.Cohort().Slug;
        var fields = new Fields(reader.Words);
        var body = fields.Required("body", asked.Body);
        if (fields.Errors.Count > 0)
        {
            return ApiAnswers.Invalid(reader, fields.Errors);
        }

        if (await NotMineAsync(context, grains, reader, thread, post) is { } notMine)
        {
            return notMine;
        }

        var outcome = await grains.Voice(slug, context.User.LearnerId()).Edit(thread.ToString(), post.ToString(), await rolls.ToLearners(slug, body));
        return outcome.Accepted && await FindAsync(context, grains, thread, post) is { } changed
            ? Results.Ok((await ShowAsync(context, grains, reader, [changed])).Single())
            : DiscussionApi.Refused(context, reader, outcome);
    }

    private static async Task<IResult> Withdraw(HttpContext context, IGrainFactory grains, Reader reader, [Description(OfThread)] Guid thread, [Description(ItsId)] Guid post)
    {
        if (await NotMineAsync(context, grains, reader, thread, post) is { } notMine)
        {
            return notMine;
        }

        var outcome = await grains.Voice(context.Cohort().Slug, context.User.LearnerId()).Withdraw(thread.ToString(), post.ToString());
        return outcome.Accepted ? Results.NoContent() : DiscussionApi.Refused(context, reader, outcome);
    }

    /// <summary>Why the reader can't change this post; null if it is theirs.</summary>
    private static async Task<IResult?> NotMineAsync(HttpContext context, IGrainFactory grains, Reader reader, Guid thread, Guid post) =>
        await FindAsync(context, grains, thread, post) is not { } found ? DiscussionApi.Unknown(reader, "post.unknown")
        : found.By != context.User.LearnerId() ? Problem.Of(reader, StatusCodes.Status409Conflict, "post.not-yours")
        : null;

    private static async Task<PostView?> FindAsync(HttpContext context, IGrainFactory grains, Guid thread, Guid post) =>
        await grains.Thread(context.Cohort().Slug, thread.ToString()).Find(post.ToString(), context.Viewer());

    private static async Task<IReadOnlyList<DiscussionPost>> ShowAsync(HttpContext context, IGrainFactory grains, Reader reader, IReadOnlyList<PostView> posts)
    {
        var named = posts.SelectMany(post => Naming.NamedIn(post.Text ?? ""));
        var speakers = await Speakers.Of(grains, context.Cohort().Slug, [.. posts.Select(post => post.By), .. named]);
        return [.. posts.Select(post => DiscussionPost.Of(post, speakers, reader.Words, context.User.LearnerId()))];
    }
}
