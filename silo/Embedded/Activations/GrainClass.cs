using System.Collections.Concurrent;
using System.Reflection;

namespace CohortCourses.Embedded;

/// <summary>A grain class of one host, and its activations by key.</summary>
internal sealed class GrainClass
{
    private readonly ConcurrentDictionary<string, Activation> activations = new(StringComparer.Ordinal);
    private readonly GrainRuntime runtime;
    private readonly GrainConstructor constructor;

    public GrainClass(GrainRuntime runtime, Type type)
    {
        this.runtime = runtime;
        Type = type;
        Name = type.GetCustomAttribute<GrainTypeAttribute>()?.Type
            ?? throw new InvalidOperationException($"{type} has no durable name: give it a [GrainType].");
        Tag = new("grain", Name);
        constructor = new(type);
    }

    public Type Type { get; }

    public string Name { get; }

    /// <summary>The class as the metrics name it.</summary>
    public KeyValuePair<string, object?> Tag { get; }

    public IEnumerable<Activation> Activations => activations.Select(static each => each.Value);

    public int Count => activations.Count;

    public Activation Find(string key) =>
        activations.TryGetValue(key, out var activation)
            ? activation
            : activations.GetOrAdd(key, static (key, self) => new(self.runtime, self, key), this);

    public IGrainBase Make(Activation activation, out List<IStoredState> states) => constructor.Make(activation, out states);

    public void Replace(string key, Activation old, Activation next) => activations.TryUpdate(key, next, old);

    public void Remove(string key, Activation old) => activations.TryRemove(new(key, old));
}
