using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Courses;
using CohortCourses.Contracts.Learners;
using CohortCourses.Contracts.Live;
using CohortCourses.Hosting;
using CohortCourses.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CohortCourses.Tests.Grains.Pilots;

/// <summary>
/// The grains of the house on a store and a clock that the test holds. It starts on a Sunday; the course has eight weeks,
/// and the cohort that <see cref="Found"/> makes opens one each Monday at nine in Berlin.
/// </summary>
public sealed class Pilot : IAsyncLifetime
{
    public const string Course = "building-partnerships";

    public static readonly DateTimeOffset Sunday = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>When week 1 of a cohort opens.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 2, 2, 8, 0, 0, TimeSpan.Zero);

    public static readonly NewCohort Spring = new(Course, "Spring", new(2026, 2, 2), new(9, 0), "Europe/Berlin", Seats: 3);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo? folder;
    private readonly MemoryDocumentStore memory = new();
    private readonly HashSet<string> heard = new(StringComparer.Ordinal) { "spring" };
    private IHost? host;

    private Pilot(bool onDisk) => folder = onDisk ? Directory.CreateTempSubdirectory("cohort-courses-pilot-") : null;

    public Pilot()
        : this(onDisk: false)
    {
    }

    public SteerableClock Clock { get; private set; } = SteerableClock.Frozen(Sunday);

    /// <summary>Where state lies, if it lies on disk.</summary>
    public DirectoryInfo? Folder => folder;

    public FragileStore Store => (FragileStore)host!.Services.GetRequiredService<IDocumentStore>();

    public IGrainFactory Grains => host!.Services.GetRequiredService<IGrainFactory>();

    /// <param name="onDisk">Whether state lies in a data folder, or in memory that outlives a restart.</param>
    public static async Task<Pilot> StartAsync(bool onDisk = false)
    {
        var pilot = new Pilot(onDisk);
        await pilot.InitializeAsync();
        return pilot;
    }

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<TimeProvider>(Clock);
        if (folder is not null)
        {
            builder.Services.AddSingleton(_ => DataFolder.Open(folder.FullName, TimeProvider.System));
            builder.Services.AddSingleton(provider => SqliteDocumentStore.Open(provider.GetRequiredService<DataFolder>()));
            builder.Services.AddSingleton<IDocumentStore>(provider => new FragileStore(provider.GetRequiredService<SqliteDocumentStore>()));
        }
        else
        {
            builder.Services.AddSingleton<IDocumentStore>(new FragileStore(memory));
        }

        builder.Services.AddSilo(new());
        host = builder.Build();
        await host.StartAsync();
        foreach (var cohort in heard)
        {
            await Listen(cohort);
        }
    }

    /// <summary>Stops in good order and starts again on the same state, at another time if one is given: clocks are set right, too.</summary>
    public async Task Restart(DateTimeOffset? at = null)
    {
        await Stop();
        if (at is { } time)
        {
            Clock = SteerableClock.Frozen(time);
        }

        await InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        folder?.Delete(recursive: true);
    }

    public Task Publish() =>
        Grains.Course(Course).Publish(new("r1", [.. Enumerable.Range(1, 8).Select(week => $"part-{week}")], ["nascent", "emerging"], 6));

    /// <summary>A cohort of the course, by its slug.</summary>
    public async Task<ICohortGrain> Found(string slug = "spring", NewCohort? plan = null)
    {
        await Publish();
        await Listen(slug);
        (await Grains.Cohort(slug).Create(plan ?? Spring)).Accepted();
        return Grains.Cohort(slug);
    }

    public async Task<ILearnerGrain> Register(string id)
    {
        (await Grains.Learner(id).Register(new("fr", "Africa/Dakar"))).Accepted();
        return Grains.Learner(id);
    }

    /// <summary>Someone in a cohort, whose name there is their id with a capital.</summary>
    public async Task<ILearnerGrain> Join(string id, string cohort = "spring", CohortRole role = CohortRole.Participant)
    {
        var learner = await Register(id);
        (await learner.Join(new(cohort, $"{char.ToUpperInvariant(id[0])}{id[1..]}", role, Track: null))).Accepted();
        return learner;
    }

    /// <summary>All live events of a cohort since the silo started, as <c>kind payload</c>.</summary>
    public async Task<string[]> Events(string cohort = "spring")
    {
        await Grains.Cohort(cohort).Get(); // whoever publishes has ended its turn then
        var feed = Grains.Feed(cohort);
        var start = (await feed.Since(new(Epoch: "", Number: 0))).Now with { Number = 0 };
        return [.. (await feed.Since(start)).Events.Select(happened => $"{happened.Kind} {happened.Payload}")];
    }

    /// <summary>Lets time pass until something makes a cohort announce, without calling any.</summary>
    public async Task AnnouncesBy(DateTimeOffset instant)
    {
        var told = Store.NextWrite("cohort");
        Clock.Advance(instant - Clock.Now);
        await told.WaitAsync(Patience);
    }

    /// <summary>Waits until every week that is open has been announced.</summary>
    public async Task<ReleaseView[]> Announced(string cohort = "spring")
    {
        var grain = Grains.Cohort(cohort);
        while (true)
        {
            var next = Store.NextWrite("cohort");
            var releases = await grain.Releases();
            var open = (await grain.Get())!.Weeks.Where(week => week.IsOpenAt(Clock.Now)).Select(week => week.Number);
            if (!open.Except(releases.Select(release => release.Week)).Any())
            {
                return [.. releases];
            }

            await next.WaitAsync(Patience);
        }
    }

    /// <summary>News is sent and not waited for. Once its feed is awake, what was sent has come before whoever asks next.</summary>
    private async Task Listen(string cohort)
    {
        heard.Add(cohort);
        await Grains.Feed(cohort).Since(new(Epoch: "", Number: 0));
    }

    private async Task Stop()
    {
        if (host is { } running)
        {
            host = null;
            await running.StopAsync();
            running.Dispose();
        }
    }
}
