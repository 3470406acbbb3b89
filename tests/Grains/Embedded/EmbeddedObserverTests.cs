using CohortCourses.Tests.Grains.Conformance;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortCourses.Tests.Grains.Embedded;

public sealed class EmbeddedObserverTests(EmbeddedFixture silo) : IClassFixture<EmbeddedFixture>
{
    private readonly string key = silo.NewKey();

    [Fact]
    public async Task Reference_WhenDeleted_FailsAndIsForgotten()
    {
        var reader = new NewsReader(silo.Signals, key);
        var probe = silo.NewGrain<INewsProbe>();
        var reference = silo.Grains.CreateObjectReference<INewsReader>(reader);
        await probe.Subscribe(reference);
        silo.Grains.DeleteObjectReference<INewsReader>(reader);
        await probe.Publish("news");
        Assert.Equal(0, await probe.Readers());
        Assert.Empty(silo.Signals.Notes(key));
        await Assert.ThrowsAsync<InvalidOperationException>(() => reference.Hear("news"));
    }

    [Fact]
    public async Task Observer_TakesOneCallAtATime()
    {
        var reference = silo.Grains.CreateObjectReference<INewsReader>(new NewsReader(silo.Signals, key));
        await reference.Overhear("first");
        var second = reference.Hear("second");
        Assert.Empty(silo.Signals.Notes(key));
        silo.Signals.Raise($"{key} go");
        await second;
        Assert.Equal(["first", "second"], silo.Signals.Notes(key));
    }

    [Fact]
    public void Reference_WhenTheObjectIsNoSuchObserver_IsRefused() =>
        Assert.Throws<ArgumentException>(() => silo.Grains.CreateObjectReference<INewsReader>(new Deaf()));

    [Fact]
    public async Task Subscription_WhenNotRenewed_ExpiresByTheGivenClock()
    {
        var now = new DateTime(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);
        var readers = new ObserverManager<INewsReader>(TimeSpan.FromMinutes(5), NullLogger.Instance) { GetDateTime = () => now };
        var (kept, lapsed) = (new NewsReader(silo.Signals, $"{key} kept"), new NewsReader(silo.Signals, $"{key} lapsed"));
        readers.Subscribe(kept, kept);
        readers.Subscribe(lapsed, lapsed);
        now += TimeSpan.FromMinutes(5);
        readers.Subscribe(kept, kept);
        now += TimeSpan.FromTicks(1);
        await readers.Notify(reader => reader.Hear("news"));
        Assert.Equal(["news"], silo.Signals.Notes($"{key} kept"));
        Assert.Empty(silo.Signals.Notes($"{key} lapsed"));
        Assert.Equal(1, readers.Count);
    }

    private sealed class Deaf : IGrainObserver;
}
