namespace CohortCourses.Tests.Grains.Conformance;

public interface IChainProbe : IGrainWithStringKey
{
    /// <summary>Calls the first key of the route, which calls the next, and so on.</summary>
    [ResponseTimeout("00:00:10")]
    Task<int> Visit(string[] route);

    /// <summary>Like <see cref="Visit"/>, but the last of the route is told only.</summary>
    [ResponseTimeout("00:00:10")]
    Task VisitAndTell(string[] route);

    /// <summary>Like <see cref="Visit"/>, but the last of the route is only peeked at.</summary>
    [ResponseTimeout("00:00:10")]
    Task<int> VisitAndPeek(string[] route);

    [AlwaysInterleave]
    Task<int> Peek();

    [OneWay]
    Task Tell();
}

[GrainType("chain-probe")]
public sealed class ChainProbe(Signals signals) : Grain, IChainProbe
{
    public async Task<int> Visit(string[] route)
    {
        await Task.Yield();
        return route is [var next, .. var rest] ? 1 + await At(next).Visit(rest) : 0;
    }

    public Task VisitAndTell(string[] route) =>
        route is [var last] ? At(last).Tell() : At(route[0]).VisitAndTell(route[1..]);

    public async Task<int> VisitAndPeek(string[] route) =>
        1 + (route is [var last] ? await At(last).Peek() : await At(route[0]).VisitAndPeek(route[1..]));

    public Task<int> Peek() => Task.FromResult(100);

    public Task Tell()
    {
        signals.Note(this.GetPrimaryKeyString(), "told");
        return Task.CompletedTask;
    }

    private IChainProbe At(string key) => GrainFactory.GetGrain<IChainProbe>(key);
}
