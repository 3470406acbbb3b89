using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Api;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Discussion;

/// <summary>The discussion for programs. They write and read under the rules of the pages.</summary>
internal static class DiscussionApi
{
    private const string Threads = ApiServices.Root + ThreadApi.Path;
    private const string Posts = ApiServices.Root + PostApi.Path;
    private const string Reactions = ApiServices.Root + ReactionApi.Path;

    public static readonly PolicyRow[] Policies =
    [
        new("GET", Threads, Who.Members),
        new("POST", Threads, Who.OnRoster),
        new("GET", Threads + "/{thread:guid}", Who.Members),
        new("GET", Posts, Who.Members),
        new("POST", Posts, Who.OnRoster),
        new("PATCH", Posts + "/{post:guid}", Who.OnRoster),
        new("DELETE", Posts + "/{post:guid}", Who.OnRoster),
        new("PUT", Reactions, Who.OnRoster),
        new("DELETE", Reactions, Who.OnRoster),
    ];

    public static void MapDiscussionApi(this IEndpointRouteBuilder api)
    {
        api.MapThreadApi();
        api.MapPostApi();
        api.MapReactionApi();
    }

    /// <summary>The thread, if the reader may know of it.</summary>
    public static async Task<ThreadSummary?> ThreadAsync(this IGrainFactory grains, HttpContext context, Guid thread)
    {
        var viewer = context.Viewer();
        var part = await grains.Thread(context.Cohort().Slug, thread.ToString()).Read(1, 1, viewer);
        return part?.Thread.IsListedTo(viewer) == true ? part.Thread : null;
    }

    public static IResult Unknown(Reader reader, string code) => Problem.Answer(reader, new()
    {
        Title = reader.Words[$"refusal.{code}"],
        Status = StatusCodes.Status404NotFound,
        Code = code,
    });

    /// <summary>A refusal of the discussion: too fast is 429, what is not there is 404, a field that won't do is 422, all else 409.</summary>
    public static IResult Refused(HttpContext context, Reader reader, Outcome refused)
    {
        switch (refused.Code)
        {
            case "voice.too-fast":
                context.Response.Headers.RetryAfter = refused.Args["n"];
                return Problem.Of(reader, refused, StatusCodes.Status429TooManyRequests);
            case "thread.unknown" or "post.unknown":
                return Unknown(reader, refused.Code);
            default:
                return Problem.Of(reader, refused, refused.Code switch
                {
                    "thread.title-empty" or "thread.title-too-long" => "title",
                    "post.empty" or "post.too-long" => "body",
                    _ => null,
                });
        }
    }
}
