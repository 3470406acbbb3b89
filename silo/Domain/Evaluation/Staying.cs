using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>
/// Who stayed how long. Someone has left who left the cohort, or who did nothing in the newest two weeks and has neither completed the
/// course nor paused. Whoever comes back is here again.
/// </summary>
public static class Staying
{
    public const int SilentWeeks = 2;

    /// <param name="now">How many weeks have opened.</param>
    public static ImmutableArray<Followed> Of(IReadOnlyCollection<Participant> people, int now)
    {
        // So few pauses would be lost to view only together with everything that happened after them: they count as staying.
        var fewPaused = people.Count(IsAway) < SmallGroups.Least;
        return [.. people.Select(person => Follow(person, now, fewPaused))];
    }

    private static Followed Follow(Participant person, int now, bool fewPaused) => person switch
    {
        { IsGone: true } => new(person.LastWeek, Fate.Left),
        { Complete: true } => new(now, Fate.Here),
        { PausedIn: { } week } => fewPaused ? new(now, Fate.Here) : new(week, Fate.Paused),
        _ when now - person.LastWeek >= SilentWeeks => new(person.LastWeek, Fate.Left),
        _ => new(now, Fate.Here),
    };

    private static bool IsAway(Participant person) => person is { IsGone: false, Complete: false, PausedIn: not null };
}
