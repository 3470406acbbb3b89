namespace CohortCourses.Tests.Grains.Conformance;

public sealed class ObserverTests(RuntimeFixture silo) : IClassFixture<RuntimeFixture>
{
    private readonly string key = silo.NewKey();
    private readonly INewsProbe probe = silo.NewGrain<INewsProbe>();

    [Fact]
    public async Task Observer_HearsAllNewsInOrder()
    {
        var reader = new NewsReader(silo.Signals, key);
        await probe.Subscribe(Reference(reader));
        string[] news = [.. Enumerable.Range(1, 20).Select(number => $"news {number}")];
        foreach (var each in news)
        {
            await probe.Publish(each);
        }

        Assert.Equal(news, silo.Signals.Notes(key));
        GC.KeepAlive(reader);
    }

    [Fact]
    public async Task Observer_WhenUnsubscribed_HearsNoMore()
    {
        var reader = new NewsReader(silo.Signals, key);
        var reference = Reference(reader);
        await probe.Subscribe(reference);
        await probe.Publish("one");
        await probe.Unsubscribe(reference);
        await probe.Publish("two");
        Assert.Equal(["one"], silo.Signals.Notes(key));
        GC.KeepAlive(reader);
    }

    [Fact]
    public async Task Observer_WhenItFails_IsForgottenAndTheOthersHear()
    {
        var (frail, calm) = (new NewsReader(silo.Signals, key), new NewsReader(silo.Signals, $"{key} calm"));
        await probe.Subscribe(Reference(frail));
        await probe.Publish("bad news");
        Assert.Equal(0, await probe.Readers());
        await probe.Subscribe(Reference(calm));
        await probe.Publish("news");
        Assert.Equal(["bad news"], silo.Signals.Notes(key));
        Assert.Equal(["news"], silo.Signals.Notes($"{key} calm"));
        GC.KeepAlive(frail);
        GC.KeepAlive(calm);
    }

    [Fact]
    public async Task OneWayNews_DoNotKeepTheGrainWaiting()
    {
        var reader = new NewsReader(silo.Signals, key);
        await probe.Subscribe(Reference(reader));
        await probe.PublishInPassing("news");
        Assert.Equal(1, await probe.Readers());
        silo.Signals.Raise($"{key} go");
        await silo.Signals.WaitForNote(key, "news");
        GC.KeepAlive(reader);
    }

    private INewsReader Reference(NewsReader reader) => silo.Grains.CreateObjectReference<INewsReader>(reader);
}
