namespace CohortCourses.Tests.Grains.Embedded;

public interface IStormProbe : IGrainWithStringKey
{
    /// <summary>Counts under the key, in two steps with an await between them; now and then lets the activation go.</summary>
    Task Count(bool leave);

    [ReadOnly]
    Task<int> Read();

    [AlwaysInterleave]
    Task<int> Peek();

    [OneWay]
    Task Tell();
}

/// <summary>What the probes have counted, outside them, so that it outlives their activations.</summary>
public sealed class StormTally
{
    public int Counted { get; set; }

    public int Told { get; set; }
}

[GrainType("storm-probe")]
public sealed class StormProbe(IServiceProvider services) : Grain, IStormProbe
{
    private readonly StormTally tally = (StormTally)services.GetService(typeof(StormTally))!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => await Task.Yield();

    public async Task Count(bool leave)
    {
        var before = tally.Counted;
        await Task.Yield();
        tally.Counted = before + 1;
        if (leave)
        {
            DeactivateOnIdle();
        }
    }

    public async Task<int> Read()
    {
        await Task.Yield();
        return tally.Counted;
    }

    public Task<int> Peek() => Task.FromResult(tally.Counted);

    public Task Tell()
    {
        tally.Told++;
        return Task.CompletedTask;
    }
}
