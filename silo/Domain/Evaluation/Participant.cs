using System.Collections.Immutable;

namespace CohortCourses.Domain.Evaluation;

/// <summary>What someone did with a week that was open.</summary>
public enum WeekState
{
    NotRead,
    Read,
    Completed,
}

/// <summary>How someone took part in the discussion.</summary>
public enum VoiceState
{
    Silent,
    Read,
    Wrote,
}

/// <summary>
/// What the figures need to know of one participant. Weeks are counted as they open: a skipped one does not count, and 0 is the time
/// before the first.
/// </summary>
/// <param name="Track">Empty if they are on none or it is not known; so are the others.</param>
/// <param name="Language">Of their own choice, without its region.</param>
/// <param name="Region">The first part of their zone.</param>
/// <param name="LastWeek">In which they last did anything.</param>
/// <param name="PausedIn">The week in which a pause began that still lasts.</param>
/// <param name="Complete">Whether they completed the course.</param>
/// <param name="IsGone">Whether they left the cohort altogether, in their last week.</param>
/// <param name="Weeks">One entry for each week that has opened.</param>
public sealed record Participant(
    string Track,
    string Language,
    string Region,
    int LastWeek,
    int? PausedIn,
    bool Complete,
    bool IsGone,
    bool Research,
    VoiceState Voice,
    ImmutableArray<WeekState> Weeks)
{
    private static readonly ImmutableHashSet<string> Regions =
        ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

    /// <summary>The part of the world that a zone lies in; empty where it names none.</summary>
    public static string RegionOf(string zone) => zone.Split('/')[0] is var first && Regions.Contains(first) ? first : "";

    /// <summary>A language without script and region, so that a few speakers of a variety are not told apart.</summary>
    public static string LanguageOf(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
