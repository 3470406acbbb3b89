using System.Diagnostics.Metrics;
using CohortCourses.Tests.Grains.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Embedded;

public sealed class MetricsTests
{
    [Fact]
    public async Task Meter_CountsCallsFailuresAndActivationsByGrain()
    {
        var counted = new Dictionary<string, long>(StringComparer.Ordinal);
        IMeterFactory? meters = null;
        await using var silo = new EmbeddedFixture { Services = services => services.AddSingleton<IStartupTask>(provider => new Peek(() => meters = provider.GetRequiredService<IMeterFactory>())) };
        await silo.InitializeAsync();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "CohortCourses.Grains" && instrument.Meter.Scope == meters)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, amount, tags, _) => Add(instrument, amount, tags));
        listener.SetMeasurementEventCallback<int>((instrument, amount, tags, _) => Add(instrument, amount, tags));
        listener.Start();

        var probe = silo.NewGrain<ITurnProbe>();
        await probe.Echo(1);
        await Assert.ThrowsAsync<FormatException>(() => probe.Fail("unreadable", atOnce: true));
        listener.RecordObservableInstruments();

        Assert.Equal(2, counted["grains.calls turn-probe"]);
        Assert.Equal(1, counted["grains.failures turn-probe"]);
        Assert.Equal(1, counted["grains.activations turn-probe"]);
        Assert.Equal(1, counted["grains.active turn-probe"]);

        void Add(Instrument instrument, long amount, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (counted)
            {
                var name = $"{instrument.Name} {tags[0].Value}";
                counted[name] = counted.GetValueOrDefault(name) + amount;
            }
        }
    }

    private sealed class Peek(Action look) : IStartupTask
    {
        public Task Execute(CancellationToken cancellationToken)
        {
            look();
            return Task.CompletedTask;
        }
    }
}
