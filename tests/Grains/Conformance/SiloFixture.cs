using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Conformance;

/// <summary>A silo under test. One file for each runtime says how it is started; the tests know only this.</summary>
public abstract class SiloFixture : IAsyncLifetime
{
    private int keys;

    public abstract IGrainFactory Grains { get; }

    /// <summary>What tests and their grains tell each other.</summary>
    public Signals Signals { get; } = new();

    /// <summary>Services that a test adds to the silo's.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Starts the silo; what was stored before is there.</summary>
    public abstract ValueTask InitializeAsync();

    /// <summary>Stops the silo in good order.</summary>
    public abstract Task Stop();

    /// <summary>Lets so much time pass that reminders and timers which are due by then tick.</summary>
    public abstract Task PassTime(TimeSpan span);

    /// <summary>Lets so much time pass that grains without calls go.</summary>
    public abstract Task PassIdleLimit();

    /// <summary>Checks that a call failed the way a call cycle fails here.</summary>
    public abstract void AssertCycle(Exception failure, params string[] chain);

    public async Task Restart()
    {
        await Stop();
        await InitializeAsync();
    }

    /// <summary>A grain that no other test knows.</summary>
    public TGrain NewGrain<TGrain>()
        where TGrain : IGrainWithStringKey => Grains.GetGrain<TGrain>(NewKey());

    public string NewKey() => $"probe-{Interlocked.Increment(ref keys)}";

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Stop();
    }
}
