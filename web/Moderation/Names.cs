using CohortCourses.Contracts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.People;
using CohortCourses.Web.Policy;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Moderation;

/// <summary>The names of people by their learner ids, read together. Who is gone is somebody.</summary>
public sealed class Names(IReadOnlyDictionary<string, string> handles, Words words)
{
    public string this[string? learner] => learner is null ? "" : handles.GetValueOrDefault(learner, words["moderation.somebody"]);

    public static async Task<Names> ReadAsync(IGrainFactory grains, string cohort, Words words, IEnumerable<string?> learners)
    {
        var handles = (await grains.HandlesAsync(cohort, learners.OfType<string>().Where(learner => learner.Length > 0))).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        if (await grains.Catalog().Organiser() is { } organiser)
        {
            handles.TryAdd(organiser, words["people.organiser"]);
        }

        return new(handles, words);
    }
}

internal static class Moderators
{
    /// <summary>The reader as moderation knows them.</summary>
    public static ModeratorView Moderator(this HttpContext context) =>
        new(context.User.LearnerId(), context.Cohort().Member?.Role, context.Cohort().IsOrganiser);

    /// <summary>Everyone that a list of cases and acts names.</summary>
    public static IEnumerable<string?> People(this CaseView found) =>
        found.Reports.Select(report => report.By).Concat(found.Acts.Select(act => act.By)).Append(found.About);

    /// <summary>Whether somebody of the team looks at first posts before all see them.</summary>
    public static async Task<bool> FirstLookAsync(this IGrainFactory grains, string cohort) => (await grains.Moderation(cohort).Settings()).FirstLook;

    /// <summary>A post that somebody may look at because it was reported to them; null if it is gone.</summary>
    public static async Task<PostView?> ReportedPostAsync(this IGrainFactory grains, string cohort, CaseView found) =>
        found is { Thread: { } thread, Post: { } id } ? await grains.Thread(cohort, thread).Find(id, new("", IsStaff: true)) : null;
}
