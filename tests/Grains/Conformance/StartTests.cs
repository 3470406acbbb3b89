using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Conformance;

public sealed class StartTests
{
    [Fact]
    public async Task StartupTask_HasRunWhenTheSiloIsUp_AndMayCallGrains()
    {
        await using var silo = new RuntimeFixture { Services = services => services.AddSingleton<IStartupTask, Greeting>() };
        await silo.InitializeAsync();
        Assert.Equal("hello", await silo.Grains.GetGrain<IStateProbe>("greeted").Recall());
    }

    [Fact]
    public async Task Filter_StandsAroundEveryCall()
    {
        await using var silo = new RuntimeFixture { Services = services => services.AddSingleton<IIncomingGrainCallFilter, Eavesdropper>() };
        await silo.InitializeAsync();
        var probe = silo.NewGrain<ITurnProbe>();
        Assert.Equal(7, await probe.Echo(7));
        await Assert.ThrowsAsync<FormatException>(() => probe.Fail("unreadable", atOnce: true));
        await silo.NewGrain<IStateProbe>().Remember("text");
        Assert.Equal(["Echo began", "Echo ended", "Fail began", "Fail failed", "Remember began", "Remember ended"], silo.Signals.Notes("calls"));
    }

    private sealed class Greeting(IGrainFactory grains) : IStartupTask
    {
        public Task Execute(CancellationToken cancellationToken) => grains.GetGrain<IStateProbe>("greeted").Remember("hello");
    }

    /// <summary>Hears the probes; a runtime may have grains of its own.</summary>
    private sealed class Eavesdropper(Signals signals) : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.Grain is not (ITurnProbe or IRemembers))
            {
                await context.Invoke();
                return;
            }

            signals.Note("calls", $"{context.MethodName} began");
            try
            {
                await context.Invoke();
                signals.Note("calls", $"{context.MethodName} ended");
            }
            catch (FormatException)
            {
                signals.Note("calls", $"{context.MethodName} failed");
                throw;
            }
        }
    }
}
