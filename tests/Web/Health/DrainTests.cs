using CohortCourses.Hosting;
using CohortCourses.Web.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Web.Health;

public sealed class DrainTests
{
    [Fact]
    public async Task Stop_OfANode_SaysAtOnceThatItIsNotReady_AndStopsLater()
    {
        using var clock = SteerableClock.Frozen(new(2027, 2, 1, 6, 0, 0, TimeSpan.Zero));
        var served = new Served();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddHostedService(_ => served);
        builder.Services.AddHostedService(provider => new Drain(provider.GetRequiredService<IHostApplicationLifetime>(), Drain.OfANode, clock));
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();

        var stop = host.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(lifetime.ApplicationStopping.IsCancellationRequested);
        Assert.False(served.HasStopped);
        clock.Advance(Drain.OfANode);
        await stop;
        Assert.True(served.HasStopped);
    }

    private sealed class Served : IHostedService
    {
        public bool HasStopped { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            HasStopped = true;
            return Task.CompletedTask;
        }
    }
}
