using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Health;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.Health;

/// <summary>What people do, in numbers without names.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Pages_AreCountedByTheirRouteAndOnlyWhenShown()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        using var counted = new Counted(pilot);

        await amina.GetAsync("/c/spring");
        await amina.GetAsync("/c/spring");
        await amina.GetAsync("/c/autumn");
        await amina.GetAsync("/health/live");

        Assert.Equal([("web.pages", "c/{cohort}", 2)], counted.Sums);
    }

    [Fact]
    public async Task Completions_AreCountedByTheirWayAndOnlyWhenAccepted()
    {
        await using var pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        var amina = await pilot.JoinAsync("amina", "spring");
        pilot.Clock.JumpTo(TestPilot.Start.AddDays(8));
        var week = await amina.GetAsync("/c/spring/week/1");
        using var counted = new Counted(pilot);

        await amina.SubmitAsync(week, "form[action$='complete']");
        await amina.PostAsync("/c/spring/week/2?handler=complete", ("__RequestVerificationToken", week.Value("__RequestVerificationToken")!));

        Assert.Contains(("web.completions", "page", 1), counted.Sums);
        Assert.Single(counted.Sums, sum => sum.Name == "web.completions");
    }

    /// <summary>Adds up what one pilot counts while it is watched; other tests have meters of their own.</summary>
    private sealed class Counted : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly ConcurrentDictionary<(string Name, string? Tag), long> sums = new();

        public Counted(TestPilot pilot)
        {
            var meters = pilot.Services.GetRequiredService<IMeterFactory>();
            listener.InstrumentPublished = (instrument, watching) =>
            {
                if (instrument.Meter.Name == WebMetrics.Name && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    watching.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
                sums.AddOrUpdate((instrument.Name, tags.IsEmpty ? null : tags[0].Value as string), value, (_, sum) => sum + value));
            listener.Start();
        }

        public IEnumerable<(string Name, string? Tag, long Sum)> Sums => sums.Select(sum => (sum.Key.Name, sum.Key.Tag, sum.Value));

        public void Dispose() => listener.Dispose();
    }
}
