namespace CohortCourses.Contracts.Cohorts;

[GenerateSerializer, Alias("schedule.change-kind")]
public enum ScheduleChangeKind
{
    /// <summary>One week opens on another day.</summary>
    Move,

    /// <summary>One week is left out.</summary>
    Skip,

    /// <summary>This week and all that follow move by so many days.</summary>
    Shift,
}

/// <summary>A change to ask for.</summary>
/// <param name="Id">A GUID made by who asks; the same id twice is one change.</param>
/// <param name="To">The new day, for <see cref="ScheduleChangeKind.Move"/>.</param>
/// <param name="Days">From -366 to 366 and not 0, for <see cref="ScheduleChangeKind.Shift"/>.</param>
[GenerateSerializer, Immutable, Alias("schedule.change-request")]
public sealed record ScheduleChangeRequest(string Id, ScheduleChangeKind Kind, int Week, DateOnly? To = null, int? Days = null);

/// <summary>A change as people are told of it.</summary>
/// <param name="Number">Grows with every change and every undo; what someone has seen is remembered by it.</param>
[GenerateSerializer, Immutable, Alias("schedule.news")]
public sealed record ScheduleNews(int Number, ScheduleChangeRequest Change, string By, DateTimeOffset At, DateTimeOffset? UndoneAt);

/// <summary>What a change would do.</summary>
/// <param name="Outcome">Refused with the reason if it can't be done; then <paramref name="After"/> is empty.</param>
[GenerateSerializer, Immutable, Alias("schedule.preview")]
public sealed record SchedulePreview(Outcome Outcome, ImmutableArray<WeekView> Before, ImmutableArray<WeekView> After);
