using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Moderation;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Discussion;

/// <summary>Who looks at a discussion, and which weeks they can talk about.</summary>
internal static class Talk
{
    public static Viewer Viewer(this HttpContext context) => new(context.User.LearnerId(), context.Cohort().IsStaff);

    /// <summary>The weeks whose discussion is open: those that are, and the first one before it is, to say hello.</summary>
    public static IReadOnlyList<int> OpenWeeks(this CohortAccess access, DateTimeOffset now) =>
        [.. access.Cohort.Weeks.Where(week => week.Number == 1 || week.IsOpenAt(now)).Select(week => week.Number)];

    /// <summary>A post as it is kept: people by their ids, and whether the cohort has first posts looked at before all see them.</summary>
    public static async Task<NewPost> WrittenAsync(this IGrainFactory grains, Rolls rolls, string cohort, string id, string typed, string? replyTo = null) =>
        new(id, await rolls.ToLearners(cohort, typed), replyTo, await grains.FirstLookAsync(cohort));

    /// <summary>The field of a post's form that a refusal is about; null if it is about the post as a whole.</summary>
    public static string? Field(this Outcome refused) =>
        refused.Code!.StartsWith("thread.title", StringComparison.Ordinal) ? "title"
        : refused.Code.StartsWith("post.", StringComparison.Ordinal) ? "text"
        : null;

    /// <summary>The threads of a week that this reader may know of.</summary>
    public static async Task<IEnumerable<ThreadSummary>> ThreadsAsync(this IGrainFactory grains, string cohort, int week, Viewer viewer) =>
        (await grains.Discussion(cohort, week).List()).Where(thread => thread.IsListedTo(viewer));
}
