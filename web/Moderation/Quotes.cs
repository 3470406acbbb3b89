using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Discussion;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Moderation;

/// <summary>Shows a post outside of its thread, as it looks in it.</summary>
public sealed class Quotes(IGrainFactory grains, PostBodies bodies, Reader reader)
{
    /// <param name="post">One whose text the reader may read; null shows nothing.</param>
    public async Task<IHtmlContent> OfAsync(string cohort, PostView? post)
    {
        if (post is not { Text: not null })
        {
            return HtmlString.Empty;
        }

        var speakers = await Speakers.Of(grains, cohort, [post.By, .. bodies.Of(post).Mentions]);
        return new HtmlString(bodies.Of(post).ToHtml(speakers, reader.Words, me: ""));
    }
}
