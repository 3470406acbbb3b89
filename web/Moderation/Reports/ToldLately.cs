using CohortCourses.Contracts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Moderation.Reports;

/// <summary>What moderators decided in the last days that somebody should hear of.</summary>
/// <param name="Answered">How many of their reports were answered.</param>
/// <param name="Hidden">Whether a post of theirs was hidden, or an appeal of theirs decided.</param>
public sealed record ToldLately(int Answered, bool Hidden)
{
    private const int Days = 3;

    public static async Task<ToldLately> OfAsync(IGrainFactory grains, HttpContext context, DateTimeOffset now)
    {
        var moderation = grains.Moderation(context.Cohort().Slug);
        var reports = await moderation.ReportsOf(context.User.LearnerId());
        var hidden = await moderation.HiddenPosts(context.User.LearnerId());
        return new(
            reports.Count(report => report.Answered > now.AddDays(-Days)),
            hidden.Any(post => post.At > now.AddDays(-Days) || (post.Appeal is { Decision: not null } appeal && appeal.At > now.AddDays(-2 * Days))));
    }
}
