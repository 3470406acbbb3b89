using System.Diagnostics.Metrics;

namespace CohortCourses.Embedded;

/// <summary>The meter <c>CohortCourses.Grains</c>: what the grains of one host did, by grain class.</summary>
internal sealed class GrainMetrics : IDisposable
{
    private readonly Meter meter;
    private readonly Counter<long> calls;
    private readonly Counter<long> failures;
    private readonly Counter<long> activations;

    public GrainMetrics(IMeterFactory? meters, Func<IEnumerable<Measurement<int>>> active)
    {
        const string Name = "CohortCourses.Grains";
        meter = meters?.Create(Name) ?? new Meter(Name);
        calls = meter.CreateCounter<long>("grains.calls", "{call}", "Calls that a grain has answered");
        failures = meter.CreateCounter<long>("grains.failures", "{call}", "Calls that ended in an exception");
        activations = meter.CreateCounter<long>("grains.activations", "{activation}", "Grains that came alive");
        meter.CreateObservableUpDownCounter("grains.active", active, "{activation}", "Grains in memory");
    }

    public void Count(GrainClass grain, Task outcome)
    {
        if (calls.Enabled)
        {
            calls.Add(1, grain.Tag);
        }

        if (outcome.IsFaulted)
        {
            failures.Add(1, grain.Tag);
        }
    }

    public void CountActivation(GrainClass grain) => activations.Add(1, grain.Tag);

    public void Dispose() => meter.Dispose();
}
