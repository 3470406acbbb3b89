using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CohortCourses.Embedded;

/// <summary>Keeps all reminders of a host and sets the clock for each.</summary>
internal sealed partial class ReminderSchedule(GrainRuntime runtime, IServiceProvider services) : IDisposable
{
    private readonly ConcurrentDictionary<(GrainId, string), Reminder> standing = new();
    private volatile bool stopped;

    /// <summary>Sets the clock for what was kept. A reminder that fell due while nobody ran ticks at once.</summary>
    public async Task Start(CancellationToken token)
    {
        if (services.GetService<IReminderStore>() is not { } store)
        {
            return;
        }

        foreach (var entry in await store.ReadAllAsync(token))
        {
            if (runtime.Named(entry.Grain.Type) is null)
            {
                LogOrphan(runtime.Log, entry.Name, entry.Grain.Type);
                continue;
            }

            var reminder = new Reminder(runtime, entry);
            if (standing.TryAdd((entry.Grain, entry.Name), reminder))
            {
                reminder.Arm();
            }
        }
    }

    public void Stop()
    {
        stopped = true;
        foreach (var reminder in standing.Values)
        {
            reminder.Dispose();
        }
    }

    public void Dispose() => Stop();

    public async Task<IGrainReminder> Register(GrainId grain, string name, TimeSpan dueTime, TimeSpan period)
    {
        var entry = new ReminderEntry(grain, name, runtime.Clock.GetUtcNow() + dueTime, period);
        await Store.WriteAsync(entry, CancellationToken.None);
        var reminder = new Reminder(runtime, entry);
        standing.AddOrUpdate((grain, name), reminder, (_, old) =>
        {
            old.Dispose();
            return reminder;
        });
        if (!stopped)
        {
            reminder.Arm();
        }

        return reminder;
    }

    public async Task Unregister(GrainId grain, string name)
    {
        await Store.RemoveAsync(grain, name, CancellationToken.None);
        if (standing.TryRemove((grain, name), out var reminder))
        {
            reminder.Dispose();
        }
    }

    public async Task<IGrainReminder?> Find(GrainId grain, string name) =>
        await Store.ReadAsync(grain, name, CancellationToken.None) is { } entry ? new Reminder(runtime, entry) : null;

    private IReminderStore Store => services.GetRequiredService<IReminderStore>();

    [LoggerMessage(121, LogLevel.Warning, "Reminder {Reminder} of {Grain} rests: no grain class has that name")]
    private static partial void LogOrphan(ILogger log, string reminder, string grain);
}
