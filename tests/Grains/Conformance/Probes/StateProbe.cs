using CohortCourses.Storage;

namespace CohortCourses.Tests.Grains.Conformance;

public interface IRemembers : IGrainWithStringKey
{
    Task Remember(string text);

    Task<string?> Recall();

    Task Forget();

    /// <summary>A number that every activation draws anew.</summary>
    Task<Guid> Activation();
}

public interface IStateProbe : IRemembers;

/// <summary>Keeps its state in the same document as the <see cref="IStateProbe"/> of that key.</summary>
public interface IRivalProbe : IRemembers;

[Document("memory", 1)]
public sealed record MemoryDocument(string Text);

[GrainType("state-probe")]
public sealed class StateProbe([PersistentState("memory")] IPersistentState<MemoryDocument> memory) : RememberingGrain(memory), IStateProbe;

[GrainType("rival-probe")]
public sealed class RivalProbe([PersistentState("memory")] IPersistentState<MemoryDocument> memory) : RememberingGrain(memory), IRivalProbe;

public abstract class RememberingGrain(IPersistentState<MemoryDocument> memory) : Grain, IRemembers
{
    private readonly Guid activation = Guid.NewGuid();

    public async Task Remember(string text)
    {
        memory.State = new(text);
        await memory.WriteStateAsync();
    }

    public Task<string?> Recall() => Task.FromResult(memory.RecordExists ? memory.State.Text : null);

    public Task Forget() => memory.ClearStateAsync();

    public Task<Guid> Activation() => Task.FromResult(activation);
}
