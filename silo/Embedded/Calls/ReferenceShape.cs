using System.Collections.Concurrent;

namespace CohortCourses.Embedded;

/// <summary>What was emitted for one interface: a function of the interface alone, so all hosts of a process share it.</summary>
internal sealed record ReferenceShape(GrainMethod[] Methods, Func<GrainReference> Create)
{
    private static readonly ConcurrentDictionary<Type, ReferenceShape> Shapes = new();

    public static ReferenceShape Of(Type contract) =>
        Shapes.TryGetValue(contract, out var shape) ? shape : Shapes.GetOrAdd(contract, ReferenceBuilder.Build);

    public GrainReference ToGrain(GrainRuntime runtime, GrainClass target, string key)
    {
        var reference = Create();
        reference.BindToGrain(runtime, Methods, target, key);
        return reference;
    }

    public GrainReference ToObserver(GrainRuntime runtime, Mailbox observer)
    {
        var reference = Create();
        reference.BindToObserver(runtime, Methods, observer);
        return reference;
    }
}
