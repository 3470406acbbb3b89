using System.Reflection;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Hosting;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Cohorts;
using CohortCourses.Web.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Web.Search;

/// <summary>While the index of a large cohort is being filled one search waits for it in vain; the others answer with what is in.</summary>
public sealed class PatienceTests
{
    private static readonly SearchAsk Ask = new("needle", Who: null, Week: null, Unanswered: false, Before: null);

    [Fact]
    public async Task Find_WhileTheIndexIsBeingFilled_MakesOnlyTheFirstWait()
    {
        await using var pilot = await TestPilot.StartAsync();
        var filled = new TaskCompletionSource<CohortView?>();
        var grains = Slow.Grains(filled.Task);
        using var rolls = new Rolls(grains);
        var index = pilot.Services.GetRequiredService<SearchIndex>();
        var clock = new Steered(pilot.Clock);
        using var indexer = new SearchIndexer(grains, index, clock);
        var search = new PostSearch(rolls, index, indexer, clock);

        var first = search.FindAsync("spring", Ask);
        Assert.False(first.IsCompleted);
        pilot.Clock.Advance(TimeSpan.FromSeconds(2.1));
        Assert.False((await first).IsWhole);

        var second = search.FindAsync("spring", Ask);
        Assert.True(second.IsCompleted);
        Assert.False((await second).IsWhole);

        filled.SetResult(null);
        await indexer.RefreshAsync("spring", TestContext.Current.CancellationToken);
        Assert.True((await search.FindAsync("spring", Ask)).IsWhole);
    }

    /// <summary>The pilot's clock, which also measures by it.</summary>
    private sealed class Steered(SteerableClock clock) : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetUtcNow().Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>Grains whose cohort takes its time to say what it is. Public and open, since a proxy derives from it.</summary>
    public class Slow : DispatchProxy
    {
        private Task<CohortView?> cohort = null!;

        public static IGrainFactory Grains(Task<CohortView?> cohort)
        {
            var grains = Create<IGrainFactory, Slow>();
            ((Slow)grains).cohort = cohort;
            return grains;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name != nameof(ICohortGrain.Get))
            {
                var grain = Create<ICohortGrain, Slow>();
                ((Slow)(object)grain).cohort = cohort;
                return grain;
            }

            return cohort;
        }
    }
}
