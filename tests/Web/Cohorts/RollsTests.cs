using System.Reflection;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Cohorts;
using CohortCourses.Contracts.Learners;
using CohortCourses.Tests.Web.Pilot;
using CohortCourses.Web.Cohorts;

namespace CohortCourses.Tests.Web.Cohorts;

/// <summary>Each node keeps who is in a cohort, reads only what changed, and shows nobody who left.</summary>
public sealed class RollsTests : IAsyncLifetime
{
    private TestPilot pilot = null!;
    private Visitor amina = null!;
    private Visitor kenji = null!;

    public async ValueTask InitializeAsync()
    {
        pilot = await TestPilot.StartAsync();
        await pilot.CohortAsync("spring");
        amina = await pilot.JoinAsync("amina", "spring");
        kenji = await pilot.JoinAsync("kenji", "spring");
    }

    public ValueTask DisposeAsync() => pilot.DisposeAsync();

    [Fact]
    public async Task Of_ReadsEveryonesNameOnce_ThenOnlyWhoseChanged()
    {
        var (grains, asked) = Counting.Of(pilot.Grains);
        using var rolls = new Rolls(grains);

        var first = await rolls.OfAsync("spring");
        Assert.Equal(2, asked.Learners);
        Assert.Same(first, await rolls.OfAsync("spring"));
        Assert.Equal(2, asked.Learners);

        Assert.True((await pilot.Grains.Learner(kenji.Learner).Rename("spring", "KENJI")).Accepted);
        await pilot.JoinAsync("noor", "spring");
        var third = await rolls.OfAsync("spring");

        Assert.Equal(4, asked.Learners);
        Assert.Equal(["Amina", "KENJI", "Noor"], third.Faces.Select(face => face.Handle).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_WhenManyAskAtOnce_ReadsOnce()
    {
        var (grains, asked) = Counting.Of(pilot.Grains);
        using var rolls = new Rolls(grains);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rolls.OfAsync("spring")));
        await rolls.OfAsync("spring");

        Assert.Equal(2, asked.Learners);
    }

    [Theory]
    [InlineData("leaves")]
    [InlineData("is erased")]
    [InlineData("is renamed")]
    public async Task Pages_OnBothNodes_ShowAtOnceThatSomebody(string what)
    {
        await using var node = await SecondNode.StartAsync(pilot);
        string[] places = ["/c/spring/people", "/c/spring/discussion/names?q=k", "/api/v1/cohorts/spring/people"];
        foreach (var place in places)
        {
            Assert.Contains("Kenji", await amina.Http.GetStringAsync(node.At(place), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains("Kenji", await amina.Http.GetStringAsync(new Uri(pilot.Address, place), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        var learner = pilot.Grains.Learner(kenji.Learner);
        await (what switch { "leaves" => learner.Leave("spring"), "is erased" => learner.Erase(), _ => learner.Rename("spring", "Tanaka") });

        foreach (var place in places)
        {
            Assert.DoesNotContain("Kenji", await amina.Http.GetStringAsync(node.At(place), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.DoesNotContain("Kenji", await amina.Http.GetStringAsync(new Uri(pilot.Address, place), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    /// <summary>Counts how often a learner was looked up. Public and open, since a proxy derives from it.</summary>
    public class Counting : DispatchProxy
    {
        private IGrainFactory inner = null!;
        private int learners;

        public int Learners => learners;

        public static (IGrainFactory Grains, Counting Asked) Of(IGrainFactory inner)
        {
            var grains = Create<IGrainFactory, Counting>();
            var counting = (Counting)grains;
            counting.inner = inner;
            return (grains, counting);
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.IsGenericMethod && targetMethod.GetGenericArguments()[0] == typeof(ILearnerGrain))
            {
                Interlocked.Increment(ref learners);
            }

            return targetMethod.Invoke(inner, args);
        }
    }
}
