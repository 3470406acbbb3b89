using CohortCourses.Contracts;
using CohortCourses.Web.Texts;

namespace CohortCourses.Web.Cohorts;

/// <summary>An announcement with the name of who made it.</summary>
public sealed record Said(string Id, string By, string Text, string Language, DateTimeOffset At);

internal static class Announcements
{
    /// <summary>What a cohort was told, the newest first.</summary>
    public static async Task<IReadOnlyList<Said>> SaidAsync(this IGrainFactory grains, string cohort, Words words)
    {
        var said = await grains.NoticeBoard(cohort).List();
        var names = await grains.HandlesAsync(cohort, said.Select(announcement => announcement.By));
        return [.. said.Select(made => new Said(made.Id, names.GetValueOrDefault(made.By, words["people.organiser"]), made.Text, made.Language, made.At))];
    }
}
