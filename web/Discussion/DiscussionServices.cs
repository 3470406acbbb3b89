using CohortCourses.Contracts;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Live;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace CohortCourses.Web.Discussion;

internal static class DiscussionServices
{
    /// <summary>How many names are offered while somebody types one.</summary>
    private const int MostNames = 8;

    public static IServiceCollection AddDiscussion(this IServiceCollection services)
    {
        services.AddSingleton<PostBodies>();
        services.AddSingleton<AroundPosts>();
        services.AddScoped<Previews>();
        services.AddSingleton<DiscussionLive>();
        services.AddSingleton<ILivePayload>(provider => provider.GetRequiredService<DiscussionLive>());
        return services;
    }

    public static void MapDiscussion(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/c/{cohort}/discussion/names", NamesAsync);
        routes.MapPost("/c/{cohort}/discussion/presence", PresenceAsync);
    }

    /// <summary>Who could be meant by the first letters of a name.</summary>
    private static async Task<IResult> NamesAsync(HttpContext context, Rolls rolls, Reader reader, string? q)
    {
        var (roll, typed) = (await rolls.OfAsync(context.Cohort().Slug), Face.PlainOf(q ?? ""));
        return Results.Json(roll.In(new Alphabet(reader.Words.Culture))
            .Where(face => face.Plain.StartsWith(typed, StringComparison.Ordinal))
            .Take(MostNames)
            .Select(face => face.Handle));
    }

    /// <summary>Lets others see that one is here and writing, or not, and goes back to the page that asked.</summary>
    private static async Task<IResult> PresenceAsync(HttpContext context, IGrainFactory grains, [FromForm] bool show, [FromForm] string? back)
    {
        await grains.Voice(context.Cohort().Slug, context.User.LearnerId()).ShowPresence(show);
        return Back.To(back);
    }
}
