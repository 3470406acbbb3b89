using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Live;
using CohortCourses.Hosting;
using CohortCourses.Storage;
using CohortCourses.Tests.Grains.Pilots;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace CohortCourses.Tests.Grains.Cluster;

/// <summary>Three silos of a cluster in one process, on one store and one clock. Each is a node: calls start where its web would make them.</summary>
internal sealed class Nodes : IAsyncDisposable
{
    public const string Cohort = "spring";

    private readonly InProcessTestCluster cluster;

    private Nodes()
    {
        var builder = new InProcessTestClusterBuilder(3);
        builder.Options.InitializeClientOnDeploy = false;
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<TimeProvider>(Clock);
            silo.Services.AddSingleton<IDocumentStore>(Store);
            silo.Services.AddSingleton<IIncomingGrainCallFilter>(Told);
            silo.AddHouse(new());
            silo.ExpectDeadNodes();
        });
        cluster = builder.Build();
    }

    public SteerableClock Clock { get; } = SteerableClock.Frozen(Pilot.Sunday);

    public FragileStore Store { get; } = new(new MemoryDocumentStore());

    /// <summary>What was told to the feed, on whichever node it was.</summary>
    public Announcements Told { get; } = new();

    public static async Task<Nodes> StartAsync()
    {
        var nodes = new Nodes();
        await nodes.cluster.DeployAsync();
        return nodes;
    }

    public IReadOnlyList<InProcessSiloHandle> All => cluster.Silos;

    /// <summary>The grains as one node's web sees them.</summary>
    public static IGrainFactory On(InProcessSiloHandle node) => node.SiloHost.Services.GetRequiredService<IGrainFactory>();

    /// <summary>A node dies without a word.</summary>
    public Task Kill(InProcessSiloHandle node) => cluster.KillSiloAsync(node);

    public Task Join() => cluster.StartAdditionalSiloAsync();

    /// <summary>A cohort of eight weeks that opens on Monday.</summary>
    public async Task Found()
    {
        var grains = On(All[0]);
        await grains.Course(Pilot.Course).Publish(new("r1", [.. Enumerable.Range(1, 8).Select(week => $"part-{week}")], ["nascent"], 6));
        (await grains.Cohort(Cohort).Create(Pilot.Spring)).Accepted();
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    /// <summary>Counts what reaches a cohort's feed.</summary>
    internal sealed class Announcements : IIncomingGrainCallFilter
    {
        private readonly Lock gate = new();
        private readonly List<string> payloads = [];

        public string[] Payloads
        {
            get
            {
                lock (gate)
                {
                    return [.. payloads];
                }
            }
        }

        public Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.Grain is ICohortFeedGrain && context.MethodName == nameof(ICohortFeedGrain.Publish) && context.Request.GetArgument(0) is NewCohortEvent { Kind: EventKinds.ModuleReleased } news)
            {
                lock (gate)
                {
                    payloads.Add(news.Payload);
                }
            }

            return context.Invoke();
        }
    }
}
