using CohortCourses.Contracts;
using CohortCourses.Contracts.Live;
using CohortCourses.Web.Policy;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CohortCourses.Web.Live;

/// <summary>
/// Marks every page of a cohort with the position of its feed, read before the page is: so the page shows all up to the mark, and a
/// browser that watches from there misses nothing.
/// </summary>
internal sealed class FeedMark(IGrainFactory grains) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HttpContext.Items[typeof(CohortAccess)] is CohortAccess access)
        {
            context.HttpContext.Items[typeof(FeedPosition)] = (await grains.Feed(access.Slug).Since(new("", 0))).Now;
        }

        await next();
    }
}

public static class FeedMarkExtensions
{
    /// <summary>What the page shows of its cohort's feed, as <c>epoch/number</c>; null on a page of no cohort.</summary>
    public static string? FeedMark(this HttpContext context) =>
        context.Items[typeof(FeedPosition)] is FeedPosition position ? $"{position.Epoch}/{position.Number}" : null;
}
