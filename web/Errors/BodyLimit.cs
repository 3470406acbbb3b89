using Microsoft.AspNetCore.Http.Features;

namespace CohortCourses.Web.Errors;

/// <summary>How much a request may bring along.</summary>
public static class BodyLimit
{
    /// <summary>For forms, in bytes.</summary>
    public const int Form = 1024 * 1024;

    /// <summary>For the API, in bytes.</summary>
    public const int Api = 64 * 1024;

    /// <summary>Refuses a body that says itself that it is too large before anything reads it. Runs after routing, which knows the endpoint's limit.</summary>
    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use(next => context =>
    {
        if (context.Features.Get<Failure>() is null && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    });
}
