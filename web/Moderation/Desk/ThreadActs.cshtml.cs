using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>What can be done with a conversation and, if one is named, with a post in it.</summary>
public sealed class ThreadActsModel(IGrainFactory grains, Quotes quotes, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public ThreadSummary Thread { get; private set; } = null!;

    public PostView? Post { get; private set; }

    public IHtmlContent Quote { get; private set; } = HtmlString.Empty;

    public string By { get; private set; } = "";

    public bool IsOwn => Post?.By == User.LearnerId();

    public async Task<IActionResult> OnGetAsync(string thread, string? post)
    {
        Access = HttpContext.Cohort();
        var viewer = new Viewer(User.LearnerId(), Access.IsStaff);
        if (ActForm.OfGrain(thread) is not { } id || await grains.Thread(Access.Slug, id).Summary() is not { } summary || !MaySee(summary, viewer))
        {
            return NotFound();
        }

        Thread = summary;
        if (ActForm.OfGrain(post) is { } named)
        {
            // Mentors let first posts through, so they see those that wait.
            var found = await grains.Thread(Access.Slug, id).Find(named, viewer with { IsStaff = true });
            Post = Access.IsStaff || found?.State is PostState.Awaiting or PostState.Shown ? found : null;
            Quote = await quotes.OfAsync(Access.Slug, Post);
            By = (await Names.ReadAsync(grains, Access.Slug, reader.Words, [Post?.By]))[Post?.By];
        }

        return Page();
    }

    private static bool MaySee(ThreadSummary thread, Viewer viewer) => thread.IsListedTo(viewer) || thread is { Awaiting: > 0, Audience: Audience.Cohort };
}
