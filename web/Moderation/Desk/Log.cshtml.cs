using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>What moderators did and why, as far as the reader may see it.</summary>
public sealed class LogModel(IGrainFactory grains, Reader reader) : PageModel
{
    public CohortAccess Access { get; private set; } = null!;

    public IReadOnlyList<ActView> Acts { get; private set; } = [];

    public int? Before { get; private set; }

    public LogCheck Check { get; private set; } = new(0, "", null);

    public Names Names { get; private set; } = null!;

    public async Task OnGetAsync(int? before)
    {
        Access = HttpContext.Cohort();
        var moderation = grains.Moderation(Access.Slug);
        var slice = await moderation.Log(HttpContext.Moderator(), before);
        (Acts, Before) = ([.. slice.Entries.Select(entry => entry.Act).OfType<ActView>()], slice.Before);
        if (Access.IsOrganiser)
        {
            Check = await moderation.CheckLog();
        }

        Names = await Names.ReadAsync(grains, Access.Slug, reader.Words, Acts.SelectMany(act => new[] { act.By, act.About }));
    }
}
