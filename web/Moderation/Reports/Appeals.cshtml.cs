using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Reports;

/// <summary>One's own posts that were hidden: why, and one appeal against it.</summary>
public sealed class AppealsModel(IGrainFactory grains, Quotes quotes, Reader reader) : PageModel
{
    public IReadOnlyList<(HiddenPost Hidden, IHtmlContent Quote)> Posts { get; private set; } = [];

    public (string? Case, string? Words) Typed { get; private set; }

    private string Cohort => HttpContext.Cohort().Slug;

    public async Task OnGetAsync()
    {
        var hidden = await grains.Moderation(Cohort).HiddenPosts(User.LearnerId());
        var posts = await Task.WhenAll(hidden.Select(one => grains.Thread(Cohort, one.Thread).Find(one.Post, new(User.LearnerId(), IsStaff: false))));
        var shown = await Task.WhenAll(posts.Select(post => quotes.OfAsync(Cohort, post)));
        Posts = [.. hidden.Zip(shown)];
    }

    public async Task<IActionResult> OnPostAsync(string? @case, string? words)
    {
        Typed = (@case, words);
        var outcome = ActForm.OfGrain(@case) is { } id
            ? await grains.Moderation(Cohort).Appeal(id, User.LearnerId(), (words ?? "").ReplaceLineEndings("\n").Trim())
            : Outcome.Refused("appeal.nothing");
        if (outcome.Accepted)
        {
            return Redirect($"/c/{Cohort}/appeals");
        }

        await OnGetAsync();
        return this.Refuse(reader.Words, outcome);
    }
}
