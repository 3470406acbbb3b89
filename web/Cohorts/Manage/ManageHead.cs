using System.Collections.Immutable;

namespace CohortCourses.Web.Cohorts.Manage;

/// <summary>The head that the pages of those who run a cohort share.</summary>
/// <param name="IsInside">Whether the page lies below the tab rather than being it.</param>
public sealed record ManageHead(string Tab, bool IsInside = false)
{
    public const string Overview = "overview";

    public const string Schedule = "schedule";

    public const string Invitations = "invitations";

    public const string People = "people";

    public const string Safety = "safety";

    public static ImmutableArray<string> Tabs { get; } = [Overview, Schedule, Invitations, People, Safety];
}
