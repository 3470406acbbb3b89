using CohortCourses.Content.Discussion;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;

namespace CohortCourses.Web.Discussion;

/// <summary>What a post would look like, before it is one.</summary>
public sealed class Previews(IGrainFactory grains, Rolls rolls, Reader reader)
{
    public async Task<IHtmlContent?> Of(string cohort, string typed, string me)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 8_000)
        {
            return null;
        }

        var text = await rolls.ToLearners(cohort, typed);
        var speakers = await Speakers.Of(grains, cohort, Naming.NamedIn(text));
        return new PostBody(PostMarkdown.Render(text)).ToHtml(speakers, reader.Words, me) is { Length: > 0 } html ? new HtmlString(html) : null;
    }
}
