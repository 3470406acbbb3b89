namespace CohortCourses.Web.Health;

/// <summary>
/// A node of a cluster that is told to stop says for a while that it is not ready, and serves all the same: whoever spreads people over the nodes
/// takes it out before it is gone. Alone there is nobody to go to, so nobody waits.
/// </summary>
internal sealed class Drain(IHostApplicationLifetime lifetime, TimeSpan span, TimeProvider clock) : IHostedLifecycleService
{
    /// <summary>Proxies ask every second or two, and believe the second answer. It is part of the 30 seconds that stopping may take.</summary>
    public static readonly TimeSpan OfANode = TimeSpan.FromSeconds(6);

    /// <remarks>Everything else still runs, for nothing has been stopped yet. Live readers are cut off at once, and their browsers come back by themselves.</remarks>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        lifetime.StopApplication();
        await Task.Delay(span, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
