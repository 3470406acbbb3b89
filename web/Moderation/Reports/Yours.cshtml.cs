using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CohortCourses.Web.Moderation.Reports;

/// <summary>What somebody reported and what became of it; and, for the safety contact, what was reported to them.</summary>
public sealed class YoursModel(IGrainFactory grains, Reader reader) : PageModel
{
    public IReadOnlyList<FollowedReport> Reports { get; private set; } = [];

    /// <summary>Cases that wait for this reader though the desk is not theirs.</summary>
    public IReadOnlyList<CaseView> ForYou { get; private set; } = [];

    /// <summary>How many of the reader's own posts are hidden.</summary>
    public int Hidden { get; private set; }

    public Names Names { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var cohort = HttpContext.Cohort();
        var moderation = grains.Moderation(cohort.Slug);
        Reports = await moderation.ReportsOf(User.LearnerId());
        Hidden = (await moderation.HiddenPosts(User.LearnerId())).Length;
        ForYou = cohort.IsStaff ? [] : await moderation.Waiting(HttpContext.Moderator());
        Names = await Names.ReadAsync(grains, cohort.Slug, reader.Words, Reports.Select(report => report.Person).Concat(ForYou.Select(found => found.About)));
    }
}
