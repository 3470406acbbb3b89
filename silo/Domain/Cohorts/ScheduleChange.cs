using NodaTime;

namespace CohortCourses.Domain.Cohorts;

/// <summary>A change to the calendar of a cohort. Its id makes it the same change when sent twice.</summary>
public abstract record ScheduleChange(string Id, int Week)
{
    /// <summary>Opens one week on another day.</summary>
    public sealed record Move(string Id, int Week, LocalDate To) : ScheduleChange(Id, Week);

    /// <summary>Leaves one week out.</summary>
    public sealed record Skip(string Id, int Week) : ScheduleChange(Id, Week);

    /// <summary>Moves this week and all that follow by so many days.</summary>
    public sealed record Shift(string Id, int Week, int Days) : ScheduleChange(Id, Week);
}

/// <summary>A change as the cohort remembers it: who made it and when, in which order, and whether it was undone.</summary>
/// <param name="Number">1 for the first; what a reader has seen is remembered by this number. An undo counts as news too and takes the next one.</param>
public sealed record RecordedChange(ScheduleChange Change, int Number, string By, Instant At, Instant? UndoneAt = null)
{
    public bool Stands => UndoneAt is null;
}
