using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CohortCourses.Embedded;

/// <summary>Makes grains of one class: services, states and the activation itself are handed to its constructor.</summary>
internal sealed class GrainConstructor
{
    private readonly ConstructorInvoker invoker;
    private readonly Func<Activation, object?>[] arguments;

    public GrainConstructor(Type type)
    {
        var constructors = type.GetConstructors();
        if (constructors.Length != 1)
        {
            throw new InvalidOperationException($"{type} needs exactly one public constructor.");
        }

        invoker = ConstructorInvoker.Create(constructors[0]);
        arguments = [.. constructors[0].GetParameters().Select(ArgumentFor)];
    }

    public IGrainBase Make(Activation activation, out List<IStoredState> states)
    {
        var values = new object?[arguments.Length];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = arguments[at](activation);
        }

        states = [.. values.OfType<IStoredState>()];
        return (IGrainBase)invoker.Invoke(values.AsSpan());
    }

    private static Func<Activation, object?> ArgumentFor(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } named)
        {
            return StoredState.MakerFor(type, named);
        }

        if (type == typeof(IGrainContext))
        {
            return static activation => activation;
        }

        return parameter.HasDefaultValue
            ? activation => activation.ActivationServices.GetService(type) ?? parameter.DefaultValue
            : activation => activation.ActivationServices.GetRequiredService(type);
    }
}
