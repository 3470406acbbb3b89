namespace CohortCourses.Embedded;

/// <summary>A reminder as it is kept.</summary>
/// <param name="Grain">Who is reminded.</param>
/// <param name="Name">Unique for the grain.</param>
/// <param name="StartAt">When it was first due.</param>
/// <param name="Period">How long after each due instant the next one is; at least a minute.</param>
public sealed record ReminderEntry(GrainId Grain, string Name, DateTimeOffset StartAt, TimeSpan Period);

/// <summary>Where reminders are kept, so that they outlive the process.</summary>
public interface IReminderStore
{
    Task<IReadOnlyList<ReminderEntry>> ReadAllAsync(CancellationToken token);

    Task<ReminderEntry?> ReadAsync(GrainId grain, string name, CancellationToken token);

    /// <summary>Writes the entry in place of the one of that grain and name.</summary>
    Task WriteAsync(ReminderEntry entry, CancellationToken token);

    /// <summary>Removes; what is not there is removed already.</summary>
    Task RemoveAsync(GrainId grain, string name, CancellationToken token);
}
