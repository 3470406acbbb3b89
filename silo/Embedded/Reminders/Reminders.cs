namespace CohortCourses.Embedded;

/// <summary>A grain that can be reminded, also after a restart.</summary>
public interface IRemindable : IGrain
{
    Task ReceiveReminder(string reminderName, TickStatus status);
}

/// <summary>A reminder that stands.</summary>
public interface IGrainReminder
{
    string ReminderName { get; }
}

/// <summary>When a tick was due. Ticks come late, twice or not at all: ask the rules what is due.</summary>
public readonly record struct TickStatus(DateTime FirstTickTime, TimeSpan Period, DateTime CurrentTickTime);
