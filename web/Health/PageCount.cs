using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Health;

/// <summary>Counts the pages that were shown, by their route and never by their address.</summary>
internal static class PageCount
{
    public static void UsePageCount(this IApplicationBuilder app)
    {
        var metrics = app.ApplicationServices.GetRequiredService<WebMetrics>();
        app.Use(next => async context =>
        {
            await next(context);
            if (context.Response.StatusCode == StatusCodes.Status200OK && context.GetEndpoint() is RouteEndpoint page && page.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            {
                metrics.CountPage(page.RoutePattern.RawText);
            }
        });
    }
}
