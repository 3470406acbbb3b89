using System.Diagnostics.Metrics;

namespace CohortCourses.Storage;

/// <summary>The meter <c>CohortCourses.Storage</c>: how often the disk is asked, for how many documents, and how long it takes.</summary>
internal sealed class StorageMetrics : IDisposable
{
    public const string Name = "CohortCourses.Storage";

    private readonly Meter meter;
    private readonly Counter<long> commits;
    private readonly Counter<long> failures;
    private readonly Histogram<int> documents;
    private readonly Histogram<double> duration;

    public StorageMetrics(IMeterFactory? factory)
    {
        meter = factory?.Create(Name) ?? new Meter(Name);
        commits = meter.CreateCounter<long>("storage.commits", "{commit}", "Transactions that are on disk");
        failures = meter.CreateCounter<long>("storage.commit.failures", "{commit}", "Transactions that failed and were rolled back");
        documents = meter.CreateHistogram<int>("storage.commit.documents", "{document}", "Writes and deletions in one commit");
        duration = meter.CreateHistogram<double>("storage.commit.duration", "s", "From the start of a transaction until it is on disk");
    }

    public void Committed(int writes, TimeSpan took)
    {
        commits.Add(1);
        documents.Record(writes);
        duration.Record(took.TotalSeconds);
    }

    public void Failed() => failures.Add(1);

    public void Dispose() => meter.Dispose();
}
