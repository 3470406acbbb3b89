using CohortCourses.Hosting;
using CohortCourses.Web.Startup;

namespace CohortCourses.Web.Demo;

/// <summary>
/// Keeps the demo's clock beside its data, so that the next start goes on where this one stopped: while the demo is off, no time passes in it.
/// </summary>
internal sealed class DemoClock(SteerableClock clock, ServeOptions options) : BackgroundService
{
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(1);

    /// <summary>The clock of a demo: as it stood, or for a new one standing still where its story begins.</summary>
    public static SteerableClock Open(ServeOptions options) =>
        options.Data is { } folder && DemoFolder.Read(folder) is { } state
            ? new(state.At, state.Speed)
            : SteerableClock.Frozen(TimeProvider.System.GetUtcNow() - DemoStory.Length);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Keep();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(KeepEvery, TimeProvider.System);
        do
        {
            Keep();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Keep()
    {
        if (options.Data is { } folder)
        {
            DemoFolder.Write(folder, new(clock.Now, clock.Speed));
        }
    }
}
