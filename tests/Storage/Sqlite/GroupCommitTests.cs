using System.Diagnostics.Metrics;
using CohortCourses.Storage;
using Microsoft.Data.Sqlite;

namespace CohortCourses.Tests.Storage.Sqlite;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly OwnMeters meters = new();
    private readonly DataFolder folder;
    private readonly SqliteDocumentStore store;

    public GroupCommitTests()
    {
        folder = DataFolder.Open(temporary.Combine("data"), TimeProvider.System);
        store = SqliteDocumentStore.Open(folder, logger: null, meters);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
        meters.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public async Task WritesThatWait_ShareACommit_AndAStaleOneFailsAlone()
    {
        await store.WriteAsync("cohort", "taken", new byte[1], null, Token);
        using var off = new CancellationTokenSource();
        Task<string>[] fine;
        Task<string> stale;
        Task<string> calledOff;
        using (Hold())
        {
            fine = [.. Enumerable.Range(0, 100).Select(number => store.WriteAsync("cohort", $"{number}", new byte[10], null, Token))];
            stale = store.WriteAsync("cohort", "taken", new byte[1], null, Token);
            calledOff = store.WriteAsync("cohort", "off", new byte[1], null, off.Token);
            fine = [.. fine, .. Enumerable.Range(100, 100).Select(number => store.WriteAsync("cohort", $"{number}", new byte[10], null, Token))];
            await off.CancelAsync();
        }

        await Task.WhenAll(fine);
        await Assert.ThrowsAsync<StaleDocumentException>(() => stale);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calledOff);
        Assert.Null(await store.ReadAsync("cohort", "off", Token));
        Assert.Equal(201, await store.ListAsync("cohort", Token).CountAsync(Token));

        // The first write, the one that was on its way when the rest gathered, and the rest.
        Assert.Equal(203, meters.Documents.Sum());
        Assert.InRange(meters.Documents.Count, 2, 3);
    }

    [Fact]
    public async Task AcknowledgedWrites_AreSeenByEveryReadAfter()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(
            async () =>
            {
                string? etag = null;
                for (var number = 0; number < 100; number++)
                {
                    etag = await store.WriteAsync("cohort", $"{caller}", BitConverter.GetBytes(number), etag, Token);
                    var read = await store.ReadAsync("cohort", $"{caller}", Token);
                    Assert.Equal((etag, number), (read!.ETag, BitConverter.ToInt32(read.Body.Span)));
                }
            },
            Token)));
    }

    /// <summary>Keeps the writer waiting, as a slow disk would.</summary>
    private SqliteConnection Hold()
    {
        var connection = new SqliteConnection($"Data Source={folder.DatabasePath};Pooling=False");
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }

    private sealed class OwnMeters : IMeterFactory
    {
        private readonly List<int> documents = [];
        private readonly MeterListener listener = new();

        public IReadOnlyList<int> Documents
        {
            get
            {
                lock (documents)
                {
                    return [.. documents];
                }
            }
        }

        public Meter Create(MeterOptions options)
        {
            var meter = new Meter(options);
            listener.InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter == meter && instrument.Name == "storage.commit.documents")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<int>((_, count, _, _) =>
            {
                lock (documents)
                {
                    documents.Add(count);
                }
            });
            listener.Start();
            return meter;
        }

        public void Dispose() => listener.Dispose();
    }
}
