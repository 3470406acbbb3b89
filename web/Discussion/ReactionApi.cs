using System.ComponentModel;
using CohortCourses.Contracts;
using CohortCourses.Web.Api;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

/// <summary>Reactions to posts, for programs.</summary>
internal static class ReactionApi
{
    public const string Path = PostApi.Path + "/{post:guid}/reactions/{kind}";

    public static void MapReactionApi(this IEndpointRouteBuilder api)
    {
        api.MapPut(Path, Add).WithName("addReaction").WithTags("Discussion")
            .WithSummary("React to a post")
            .WithDescription("Twice is once.")
            .Produces(StatusCodes.Status204NoContent).RefusesStrangers()
            .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);
        api.MapDelete(Path, Remove).WithName("removeReaction").WithTags("Discussion")
            .WithSummary("Take a reaction back")
            .WithDescription("Twice is once.")
            .Produces(StatusCodes.Status204NoContent).RefusesStrangers()
            .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);
    }

    private static Task<IResult> Add(
        HttpContext context,
        IGrainFactory grains,
        Reader reader,
        [Description("The id of the thread.")] Guid thread,
        [Description("The id of the post.")] Guid post,
        [Description("thanks, same-here or idea.")] string kind) => ReactAsync(context, grains, reader, thread, post, kind, on: true);

    private static Task<IResult> Remove(
        HttpContext context,
        IGrainFactory grains,
        Reader reader,
        [Description("The id of the thread.")] Guid thread,
        [Description("The id of the post.")] Guid post,
        [Description("thanks, same-here or idea.")] string kind) => ReactAsync(context, grains, reader, thread, post, kind, on: false);

    private static async Task<IResult> ReactAsync(HttpContext context, IGrainFactory grains, Reader reader, Guid thread, Guid post, string kind, bool on)
    {
        if (Reactions.Find(kind) is not { } reaction)
        {
            return Problem.Of(reader, StatusCodes.Status404NotFound, "resource.unknown");
        }

        if (await grains.ThreadAsync(context, thread) is null)
        {
            return DiscussionApi.Unknown(reader, "thread.unknown");
        }

        var outcome = await grains.Voice(context.Cohort().Slug, context.User.LearnerId()).React(thread.ToString(), post.ToString(), reaction, on);
        return outcome.Accepted ? Results.NoContent() : DiscussionApi.Refused(context, reader, outcome);
    }
}
