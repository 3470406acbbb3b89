namespace CohortCourses.Embedded;

/// <summary>Names the state that a grain's constructor is handed.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    public string StateName { get; } = stateName;

    public string? StorageName { get; } = storageName;
}

/// <summary>What a grain remembers. A write that returned is durable.</summary>
public interface IPersistentState<TState>
{
    /// <summary>What storage holds, or what the grain puts there; null where nothing was written yet.</summary>
    TState State { get; set; }

    string? Etag { get; }

    bool RecordExists { get; }

    Task ReadStateAsync();

    Task WriteStateAsync();

    Task ClearStateAsync();

    Task ReadStateAsync(CancellationToken cancellationToken);

    Task WriteStateAsync(CancellationToken cancellationToken);

    Task ClearStateAsync(CancellationToken cancellationToken);
}
