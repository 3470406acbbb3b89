using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>One case, for whoever may handle it; for everybody else there is none.</summary>
public sealed class CasePageModel(IGrainFactory grains, Quotes quotes, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public CaseView Case { get; private set; } = null!;

    public PostView? Post { get; private set; }

    public IHtmlContent Quote { get; private set; } = HtmlString.Empty;

    public Names Names { get; private set; } = null!;

    public IReadOnlyList<SavedReplyView> Replies { get; private set; } = [];

    public ActForm Form { get; private set; } = new();

    public string NewId { get; } = FormIds.New();

    private IModerationGrain Moderation => grains.Moderation(HttpContext.Cohort().Slug);

    public async Task<IActionResult> OnGetAsync(string @case) => await LoadAsync(@case) ? Page() : NotFound();

    public async Task<IActionResult> OnPostActAsync(string @case, ActForm form)
    {
        Form = form;
        if (ActForm.OfGrain(@case) is not { } id || await Moderation.Case(id, HttpContext.Moderator()) is not { } found)
        {
            return NotFound();
        }

        var act = (form with { Case = id, Person = found.About }).Read(reader.Now);
        return await DoneAsync(id, act is null ? Outcome.Refused("act.incomplete") : await Moderation.Act(act, HttpContext.Moderator()));
    }

    public async Task<IActionResult> OnPostUndoAsync(string @case, string? id, string? act)
    {
        if (ActForm.OfGrain(@case) is not { } of || await Moderation.Case(of, HttpContext.Moderator()) is null)
        {
            return NotFound();
        }

        return await DoneAsync(of, await Moderation.Undo(FormIds.Of(id), ActForm.OfGrain(act) ?? "", "", HttpContext.Moderator()));
    }

    private async Task<IActionResult> DoneAsync(string id, Outcome outcome) =>
        outcome.Accepted ? Redirect($"/c/{HttpContext.Cohort().Slug}/moderate/cases/{id}")
        : await LoadAsync(id) ? this.Refuse(reader.Words, outcome)
        : NotFound();

    private async Task<bool> LoadAsync(string id)
    {
        Access = HttpContext.Cohort();
        if (ActForm.OfGrain(id) is not { } known || await Moderation.Case(known, HttpContext.Moderator()) is not { } found)
        {
            return false;
        }

        Case = found;
        Post = await grains.ReportedPostAsync(Access.Slug, found);
        Quote = await quotes.OfAsync(Access.Slug, Post);
        Replies = SavedReplies.For(reader.Words, await Moderation.Replies());
        Names = await Names.ReadAsync(grains, Access.Slug, reader.Words, found.People());
        return true;
    }
}
