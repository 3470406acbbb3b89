using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Shared;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Desk;

/// <summary>What people who are not signed in reported.</summary>
public sealed class SiteReportsModel(IGrainFactory grains, Reader reader) : PageModel
{
    public IReadOnlyList<CaseView> Cases { get; private set; } = [];

    private IModerationGrain Moderation => grains.Moderation(IModerationGrain.Site);

    private ModeratorView Me => new(User.LearnerId(), null, IsOrganiser: true);

    public async Task OnGetAsync() => Cases = [.. (await Moderation.Cases(Me)).OrderBy(found => found.State == CaseState.Decided)];

    public async Task<IActionResult> OnPostActAsync(ActForm form)
    {
        var outcome = form.Read(reader.Now) is { } act ? await Moderation.Act(act, Me) : Outcome.Refused("act.incomplete");
        if (outcome.Accepted)
        {
            return Redirect("/organise/reports");
        }

        await OnGetAsync();
        return this.Refuse(reader.Words, outcome);
    }
}
