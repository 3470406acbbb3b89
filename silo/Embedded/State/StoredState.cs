using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Embedded;

internal interface IStoredState
{
    Task ReadStateAsync();
}

/// <summary>A state that a grain was handed: passes reads and writes on to storage.</summary>
internal sealed class StoredState<T>(string name, Activation activation, IGrainStorage storage) : IPersistentState<T>, IStoredState
{
    private readonly GrainState<T> record = new();

    public T State
    {
        get => record.State;
        set => record.State = value;
    }

    public string? Etag => record.ETag;

    public bool RecordExists => record.RecordExists;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) =>
        storage.ReadStateAsync(name, activation.GrainId, record, cancellationToken);

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        Guard(storage.WriteStateAsync(name, activation.GrainId, record, cancellationToken));

    public Task ClearStateAsync(CancellationToken cancellationToken) =>
        Guard(storage.ClearStateAsync(name, activation.GrainId, record, cancellationToken));

    /// <summary>After a stale write memory is not to be trusted, even if the grain catches the exception.</summary>
    private async Task Guard(Task write)
    {
        try
        {
            await write;
        }
        catch (InconsistentStateException)
        {
            activation.Leave(new(DeactivationReasonCode.ApplicationError, $"State {name} was stale."));
            throw;
        }
    }
}

internal static class StoredState
{
    private static readonly MethodInfo Open = typeof(StoredState).GetMethod(nameof(Maker), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>What makes the state for a constructor parameter.</summary>
    public static Func<Activation, object?> MakerFor(Type parameter, PersistentStateAttribute named)
    {
        if (!parameter.IsGenericType || parameter.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new InvalidOperationException($"State {named.StateName} must be an IPersistentState<T>, not {parameter}.");
        }

        return Open.MakeGenericMethod(parameter.GetGenericArguments()).CreateDelegate<Func<PersistentStateAttribute, Func<Activation, object?>>>()(named);
    }

    private static Func<Activation, object?> Maker<T>(PersistentStateAttribute named) =>
        activation => new StoredState<T>(named.StateName, activation, StorageFor(activation.ActivationServices, named.StorageName));

    private static IGrainStorage StorageFor(IServiceProvider services, string? name) =>
        (name is null ? null : services.GetKeyedService<IGrainStorage>(name)) ?? services.GetRequiredService<IGrainStorage>();
}
