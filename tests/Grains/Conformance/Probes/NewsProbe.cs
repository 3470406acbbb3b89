using Microsoft.Extensions.Logging;

namespace CohortCourses.Tests.Grains.Conformance;

public interface INewsReader : IGrainObserver
{
    Task Hear(string news);

    [OneWay]
    Task Overhear(string news);
}

public interface INewsProbe : IGrainWithStringKey
{
    Task Subscribe(INewsReader reader);

    Task Unsubscribe(INewsReader reader);

    Task Publish(string news);

    Task PublishInPassing(string news);

    Task<int> Readers();
}

[GrainType("news-probe")]
public sealed class NewsProbe(ILogger<NewsProbe> log) : Grain, INewsProbe
{
    private readonly ObserverManager<INewsReader> readers = new(TimeSpan.FromMinutes(5), log);

    public Task Subscribe(INewsReader reader)
    {
        readers.Subscribe(reader, reader);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(INewsReader reader)
    {
        readers.Unsubscribe(reader);
        return Task.CompletedTask;
    }

    public Task Publish(string news) => readers.Notify(reader => reader.Hear(news));

    public Task PublishInPassing(string news) => readers.Notify(reader => reader.Overhear(news));

    public Task<int> Readers() => Task.FromResult(readers.Count);
}

/// <summary>Notes what it hears, and fails at "bad news".</summary>
public sealed class NewsReader(Signals signals, string key) : INewsReader
{
    public async Task Hear(string news)
    {
        await Task.Yield();
        signals.Note(key, news);
        if (news == "bad news")
        {
            throw new FormatException(news);
        }
    }

    public async Task Overhear(string news)
    {
        await signals.Wait($"{key} go");
        signals.Note(key, news);
    }
}
