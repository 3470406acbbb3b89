using System.Buffers.Binary;
using System.Reflection;
using CohortCourses.Contracts;

namespace CohortCourses.Tests.House.Grains;

/// <summary>A call of a grain from within the assembly of the grains.</summary>
/// <param name="From">The outermost type that it stands in.</param>
internal sealed record GrainCall(string From, string Grain, string Method, bool OneWay);

/// <summary>Reads the calls that grains make from their compiled code, wherever they stand in it.</summary>
internal static class GrainCalls
{
    private const byte Call = 0x28;
    private const byte VirtualCall = 0x6F;
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Calls of methods of grain interfaces.</summary>
    public static IReadOnlyList<GrainCall> Made { get; } =
    [
        .. Uses
            .Where(use => use.Method.DeclaringType is { IsInterface: true } type && type.IsAssignableTo(typeof(IGrainWithStringKey)))
            .Select(use => new GrainCall(use.From, use.Method.DeclaringType!.Name, use.Method.Name, use.Method.IsDefined(typeof(OneWayAttribute))))
            .Distinct(),
    ];

    /// <summary>References that are made by key and class name, past <see cref="GrainReferences"/>.</summary>
    public static IReadOnlyList<string> Unnamed { get; } =
    [
        .. Uses.Where(use => use.Method.Name == nameof(IGrainFactory.GetGrain)).Select(use => use.From).Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<(string From, MethodBase Method)> Uses =>
        from type in Assembly.Load("CohortCourses.Grains").GetTypes()
        from body in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))
        from used in Called(body)
        select (Outermost(type).Name, used);

    /// <summary>Every place that could be a call and names a method: operands that look like one by chance name none.</summary>
    private static IEnumerable<MethodBase> Called(MethodBase body)
    {
        var code = body.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at + 5 <= code.Length; at++)
        {
            if (code[at] is Call or VirtualCall && Resolve(body, BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at + 1))) is { } method)
            {
                yield return method;
            }
        }
    }

    private static MethodBase? Resolve(MethodBase body, int token)
    {
        if ((token >>> 24) is not (0x06 or 0x0A or 0x2B))
        {
            return null;
        }

        try
        {
            return body.Module.ResolveMethod(
                token,
                body.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
                body.IsGenericMethod ? body.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
