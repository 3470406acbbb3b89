using System.Diagnostics.Metrics;
using CohortCourses.Contracts;

namespace CohortCourses.Web.Health;

/// <summary>The meter <c>CohortCourses.Web</c>: what people do here, in numbers without names.</summary>
public sealed class WebMetrics
{
    public const string Name = "CohortCourses.Web";

    private readonly Counter<long> pages;
    private readonly Counter<long> completions;
    private readonly UpDownCounter<long> liveReaders;

    public WebMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        pages = meter.CreateCounter<long>("web.pages", "{page}", "Pages that were shown");
        completions = meter.CreateCounter<long>("web.completions", "{mark}", "Weeks that were marked complete");
        liveReaders = meter.CreateUpDownCounter<long>("web.live.readers", "{reader}", "Browsers that are connected to the live hub");
    }

    /// <summary>Counts a mark that was accepted.</summary>
    /// <param name="way"><c>page</c> or <c>api</c>.</param>
    public void CountCompletion(Outcome outcome, string way)
    {
        if (outcome.Accepted)
        {
            completions.Add(1, new KeyValuePair<string, object?>("way", way));
        }
    }

    public void CountLiveReader() => liveReaders.Add(1);

    public void DiscountLiveReader() => liveReaders.Add(-1);

    internal void CountPage(string? route) => pages.Add(1, new KeyValuePair<string, object?>("route", route));
}
