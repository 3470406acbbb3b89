using CohortCourses.Hosting;
using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Grains.Conformance;

/// <summary>One Orleans silo on localhost, on a clock that the tests move.</summary>
public sealed class OrleansFixture : SiloFixture
{
    public SteerableClock Clock { get; } = SteerableClock.Frozen(new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryDocumentStore documents = new();
    private IHost? host;

    public override IGrainFactory Grains => host!.Services.GetRequiredService<IGrainFactory>();

    public override async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(Signals);
        builder.Services.AddSingleton<IDocumentStore>(documents);
        builder.Services.AddSilo(new() { MoreGrains = [typeof(OrleansFixture).Assembly] });
        Services?.Invoke(builder.Services);
        host = builder.Build();
        await host.StartAsync();
    }

    public override async Task Stop()
    {
        if (host is { } running)
        {
            host = null;
            await running.StopAsync();
            running.Dispose();
        }
    }

    /// <remarks>Reminders are set by a service beside the grains. Once it has answered for the third time, it has done what it was asked before.</remarks>
    public override async Task PassTime(TimeSpan span)
    {
        for (var answers = 0; answers < 3; answers++)
        {
            await Grains.GetGrain<IReminderProbe>("nobody").Has("nothing");
        }

        Clock.Advance(span);
    }

    /// <remarks>Idleness is measured in real time here, so whoever has no call under way is told that it has passed.</remarks>
    public override Task PassIdleLimit() => Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    /// <remarks>A circle waits for itself until somebody's time is over.</remarks>
    public override void AssertCycle(Exception failure, params string[] chain) => Assert.IsType<TimeoutException>(failure);
}
