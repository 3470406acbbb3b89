using CohortCourses.Tests.Grains.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Tests.Grains.Embedded;

/// <summary>All kinds of calls on one grain from many threads, while its activations come and go.</summary>
public sealed class StormTests
{
    private const int Callers = 32;
    private const int Rounds = 300;

    [Fact]
    public async Task Storm_LosesNoCall_AndNeverOverlapsTwo()
    {
        var tally = new StormTally();
        await using var silo = new EmbeddedFixture { Services = services => services.AddSingleton(tally) };
        await silo.InitializeAsync();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Call(silo, caller))));
        await silo.Stop();
        Assert.Equal((Callers * Rounds, Callers * Rounds), (tally.Counted, tally.Told));
    }

    private static async Task Call(EmbeddedFixture silo, int caller)
    {
        var random = new Random(caller);
        for (var round = 0; round < Rounds; round++)
        {
            var probe = silo.Grains.GetGrain<IStormProbe>("storm");
            await probe.Tell();
            await probe.Count(leave: random.Next(2) == 0);
            await (random.Next(2) == 0 ? probe.Read() : probe.Peek());
        }
    }
}
