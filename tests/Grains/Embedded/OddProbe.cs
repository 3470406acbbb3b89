using CohortCourses.Tests.Grains.Conformance;

namespace CohortCourses.Tests.Grains.Embedded;

public interface IOddProbe : IGrainWithStringKey
{
    /// <summary>Writes a stale state and swallows the failure.</summary>
    Task<Guid> SwallowStaleWrite();

    Task<Guid> Activation();

    /// <summary>What flows with the caller, seen after the signal "key go".</summary>
    Task<string?> Ambient();

    Task Tick(TimeSpan period);

    /// <summary>Calls the grain with the next lower number as its key, which calls the next, down to zero.</summary>
    Task<int> Descend(int depth);
}

/// <summary>Does what the grains of the house do not. Cannot be made under a key that starts with "broken".</summary>
[GrainType("odd-probe")]
public sealed class OddProbe : Grain, IOddProbe
{
    public static readonly AsyncLocal<string?> Flowing = new();

    private readonly Guid activation = Guid.NewGuid();
    private readonly Signals signals;
    private readonly IPersistentState<MemoryDocument> memory;

    public OddProbe(Signals signals, [PersistentState("memory")] IPersistentState<MemoryDocument> memory)
    {
        (this.signals, this.memory) = (signals, memory);
        if (this.GetPrimaryKeyString().StartsWith("broken", StringComparison.Ordinal))
        {
            throw new FormatException("broken");
        }
    }

    public async Task<Guid> SwallowStaleWrite()
    {
        try
        {
            memory.State = new("stale");
            await memory.WriteStateAsync();
        }
        catch (InconsistentStateException)
        {
            signals.Note(this.GetPrimaryKeyString(), "swallowed");
        }

        return activation;
    }

    public Task<Guid> Activation() => Task.FromResult(activation);

    public async Task<string?> Ambient()
    {
        var seen = Flowing.Value;
        signals.Note(this.GetPrimaryKeyString(), $"saw {seen}");
        await signals.Wait($"{this.GetPrimaryKeyString()} go");
        return seen;
    }

    public Task Tick(TimeSpan period)
    {
        this.RegisterGrainTimer(_ => Task.CompletedTask, new(period, period));
        return Task.CompletedTask;
    }

    public Task<int> Descend(int depth) =>
        depth == 0 ? Task.FromResult(0) : GrainFactory.GetGrain<IOddProbe>($"{depth - 1}").Descend(depth - 1);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        signals.Note(this.GetPrimaryKeyString(), $"gone: {reason.ReasonCode}");
        return Task.CompletedTask;
    }
}
