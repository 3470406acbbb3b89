using CohortCourses.Hosting;
using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Grains.Conformance;

/// <summary>The embedded runtime, on a clock that the tests move.</summary>
public sealed class EmbeddedFixture : SiloFixture
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
        builder.Services.AddSilo(new() { MoreGrains = [typeof(EmbeddedFixture).Assembly] });
        builder.Services.Configure<EmbeddedGrainOptions>(options => options.IdleClock = Clock);
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

    public override Task PassTime(TimeSpan span)
    {
        Clock.Advance(span);
        return Task.CompletedTask;
    }

    public override Task PassIdleLimit() => PassTime(TimeSpan.FromMinutes(19));

    public override void AssertCycle(Exception failure, params string[] chain) =>
        Assert.EndsWith(string.Join(" → ", chain), Assert.IsType<CallCycleException>(failure).Message, StringComparison.Ordinal);
}
