using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Embedded;

public static class ReminderExtensions
{
    /// <summary>Sets a reminder, in place of the one of that name if there is one. It is durable once this returns.</summary>
    /// <param name="grain">The grain to remind; it must be an <see cref="IRemindable"/>.</param>
    /// <param name="reminderName">Unique for the grain.</param>
    /// <param name="dueTime">Time to the first tick.</param>
    /// <param name="period">Time between ticks; at least a minute.</param>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this Grain grain, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentException.ThrowIfNullOrEmpty(reminderName);
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.FromMinutes(1));
        return grain is IRemindable
            ? Schedule(grain).Register(grain.GrainContext.GrainId, reminderName, dueTime, period)
            : throw new InvalidOperationException($"{grain.GetType()} must be an IRemindable to be reminded.");
    }

    public static Task UnregisterReminder(this Grain grain, IGrainReminder reminder) =>
        Schedule(grain).Unregister(grain.GrainContext.GrainId, reminder.ReminderName);

    /// <summary>The reminder of that name, or null.</summary>
    public static Task<IGrainReminder?> GetReminder(this Grain grain, string reminderName) =>
        Schedule(grain).Find(grain.GrainContext.GrainId, reminderName);

    private static ReminderSchedule Schedule(Grain grain) => grain.GrainContext.ActivationServices.GetRequiredService<ReminderSchedule>();
}
