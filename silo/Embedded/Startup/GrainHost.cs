using Microsoft.Extensions.Hosting;

namespace CohortCourses.Embedded;

/// <summary>Starts and stops the grains with the process.</summary>
internal sealed class GrainHost(GrainRuntime runtime, ReminderSchedule reminders, IEnumerable<IStartupTask> tasks) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await reminders.Start(cancellationToken);
        foreach (var task in tasks)
        {
            await task.Execute(cancellationToken);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        reminders.Stop();
        await runtime.Drain(cancellationToken);
    }
}
