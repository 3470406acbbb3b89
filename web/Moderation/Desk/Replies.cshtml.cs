using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>Replies that moderators use again, so that an evening goes further.</summary>
public sealed class RepliesModel(IGrainFactory grains, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public IReadOnlyList<SavedReplyView> All { get; private set; } = [];

    public (string? Title, string? Text) Typed { get; private set; }

    public string NewId { get; } = FormIds.New();

    private IModerationGrain Moderation => grains.Moderation(HttpContext.Cohort().Slug);

    public async Task OnGetAsync()
    {
        Access = HttpContext.Cohort();
        All = SavedReplies.For(reader.Words, await Moderation.Replies());
    }

    public async Task<IActionResult> OnPostKeepAsync(string? id, string? replyTitle, string? text)
    {
        Typed = (replyTitle, text);
        var outcome = await Moderation.KeepReply(new(FormIds.Of(id), replyTitle ?? "", (text ?? "").ReplaceLineEndings("\n"), reader.Language.Tag));
        if (outcome.Accepted)
        {
            return Redirect($"/c/{HttpContext.Cohort().Slug}/moderate/replies");
        }

        await OnGetAsync();
        return this.Refuse(reader.Words, outcome, "text");
    }

    public async Task<IActionResult> OnPostDropAsync(string? id)
    {
        await Moderation.DropReply(id ?? "");
        return Redirect($"/c/{HttpContext.Cohort().Slug}/moderate/replies");
    }
}
