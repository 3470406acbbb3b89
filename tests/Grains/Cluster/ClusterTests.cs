using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Discussion;
using CohortCourses.Contracts.Live;
using CohortCourses.Tests.Grains.Discussion;
using CohortCourses.Tests.Grains.Pilots;

namespace CohortCourses.Tests.Grains.Cluster;

/// <summary>What a cluster of three nodes must do when nodes die.</summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    private const int Writers = 64;
    private const int Threads = 40;
    private const int PostsBeforeTheKill = 500;
    private const int Kills = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task EveryAcknowledgedPost_IsThereOnce_WhenANodeDiesWhile64Write()
    {
        await using var nodes = await Nodes.StartAsync();
        await Start(nodes);
        var (here, there, dying) = (Nodes.On(nodes.All[0]), Nodes.On(nodes.All[1]), nodes.All[2]);
        var written = new Ledger();

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer % 2 == 0 ? here : there, writer, written))));
        await written.Reached(PostsBeforeTheKill).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await nodes.Kill(dying);
        await written.Reached(written.Count + PostsBeforeTheKill).WaitAsync(Patience, TestContext.Current.CancellationToken);
        written.Stop();
        await writing;

        var stored = await Stored(there);
        Assert.Distinct(stored);
        Assert.Empty(written.Posts.Except(stored));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cluster: {written.Count} posts acknowledged, 0 lost, 0 twice; the longest call took {written.Longest.TotalSeconds:0.0} s"));
    }

    [Fact]
    public async Task EveryRelease_IsAnnouncedOnce_WhicheverNodesDie()
    {
        await using var nodes = await Nodes.StartAsync();
        await nodes.Found();
        var random = new Random(20260201);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var killing = nodes.Kill(nodes.All[random.Next(nodes.All.Count)]);
            nodes.Clock.Advance(TimeSpan.FromDays(6));
            await killing;
            await nodes.Join();
            await Announced(nodes);
        }

        var releases = await Nodes.On(nodes.All[^1]).Cohort(Nodes.Cohort).Releases();
        Assert.Equal(Enumerable.Range(1, 8), releases.Select(release => release.Week));
        Assert.Distinct(nodes.Told.Payloads);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cluster: {Kills} kills, 8 releases recorded once, {nodes.Told.Payloads.Length} told live, none twice"));
    }

    [Fact]
    public async Task APost_WrittenOnOneNode_IsHeardByReadersOfAll()
    {
        await using var nodes = await Nodes.StartAsync();
        await Start(nodes);
        var readers = nodes.All.Select(_ => new Reader()).ToArray();
        foreach (var (node, reader) in nodes.All.Zip(readers))
        {
            await Nodes.On(node).Feed(Nodes.Cohort).Observe(Nodes.On(node).CreateObjectReference<ICohortFeedObserver>(reader));
        }

        foreach (var node in nodes.All)
        {
            await Post(Nodes.On(node), ThreadId(0), Talk.NewId(), "everyone");
            foreach (var reader in readers)
            {
                Assert.Equal(EventKinds.PostAdded, await reader.Next());
            }
        }

        GC.KeepAlive(readers);
    }

    private static string ThreadId(int number) => new Guid(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0).ToString();

    private static async Task Start(Nodes nodes)
    {
        await nodes.Found();
        var grains = Nodes.On(nodes.All[0]);
        for (var number = 0; number < Threads; number++)
        {
            var id = ThreadId(number);
            await grains.Thread(Nodes.Cohort, id).Start(new(id, 1, $"Thread {number}", ThreadKind.Talk, Audience.Cohort, new(id, "Hello")), new("host", IsTeam: true, IsStaff: true));
        }
    }

    private static async Task<bool> Post(IGrainFactory grains, string thread, string post, string author) =>
        (await grains.Thread(Nodes.Cohort, thread).Post(new(post, "Twice."), new(author, IsTeam: true, IsStaff: false))).Outcome.Accepted;

    private static async Task Write(IGrainFactory grains, int writer, Ledger written)
    {
        for (var step = 0; !written.HasStopped; step++)
        {
            var (post, called) = (Talk.NewId(), Stopwatch.GetTimestamp());
            if (await Post(grains, ThreadId((writer + step) % Threads), post, $"writer-{writer}"))
            {
                written.Add(post, Stopwatch.GetElapsedTime(called));
            }
        }
    }

    private static async Task<List<string>> Stored(IGrainFactory grains)
    {
        var stored = new List<string>();
        for (var number = 0; number < Threads; number++)
        {
            for (var from = 1; await grains.Thread(Nodes.Cohort, ThreadId(number)).Read(from, 200, Talk.Everyone) is { Posts: { IsEmpty: false } posts }; from += 200)
            {
                stored.AddRange(posts.Select(post => post.Id));
            }
        }

        return stored;
    }

    private static async Task Announced(Nodes nodes)
    {
        var cohort = Nodes.On(nodes.All[0]).Cohort(Nodes.Cohort);
        while (true)
        {
            var next = nodes.Store.NextWrite("cohort");
            var told = (await cohort.Releases()).Select(release => release.Week);
            if (!(await cohort.Get())!.Weeks.Where(week => week.IsOpenAt(nodes.Clock.Now)).Select(week => week.Number).Except(told).Any())
            {
                return;
            }

            await next.WaitAsync(Patience);
        }
    }

    private sealed class Ledger
    {
        private readonly Lock gate = new();
        private readonly HashSet<string> posts = new(StringComparer.Ordinal);
        private readonly List<(int Count, TaskCompletionSource Reached)> marks = [];
        private volatile bool stopped;

        public bool HasStopped => stopped;

        public int Count => posts.Count;

        public IReadOnlySet<string> Posts => posts;

        public TimeSpan Longest { get; private set; }

        public void Stop() => stopped = true;

        public Task Reached(int count)
        {
            lock (gate)
            {
                var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                marks.Add((count, reached));
                return posts.Count >= count ? Task.CompletedTask : reached.Task;
            }
        }

        public void Add(string post, TimeSpan took)
        {
            lock (gate)
            {
                Assert.True(posts.Add(post));
                Longest = took > Longest ? took : Longest;
                foreach (var mark in marks.Where(mark => posts.Count >= mark.Count))
                {
                    mark.Reached.TrySetResult();
                }
            }
        }
    }

    private sealed class Reader : ICohortFeedObserver
    {
        private readonly Channel<string> kinds = Channel.CreateUnbounded<string>();

        public Task Happened(CohortEvent happened) => kinds.Writer.WriteAsync(happened.Kind).AsTask();

        public Task PresenceTold(NodePresence presence) => Task.CompletedTask;

        public Task TypingTold(TypingNow typing) => Task.CompletedTask;

        public Task CountTold(ResponsesCounted count) => Task.CompletedTask;

        public Task<string> Next() => kinds.Reader.ReadAsync().AsTask().WaitAsync(Patience);
    }
}
