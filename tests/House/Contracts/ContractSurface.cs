using System.Globalization;
using System.Reflection;

namespace CohortCourses.Tests.House.Contracts;

/// <summary>All contracts as lines of text, each of which says by itself what it belongs to.</summary>
internal static class ContractSurface
{
    public static IReadOnlyList<string> Lines() =>
    [
        .. ContractTypes.Grains.SelectMany(grain => Calls(grain, "grain")),
        .. ContractTypes.Observers.SelectMany(observer => Calls(observer, "observer")),
        .. ContractTypes.Records.SelectMany(Record),
        .. ContractTypes.Enums.SelectMany(Enum),
        .. ContractTypes.Words.SelectMany(Words),
    ];

    private static IEnumerable<string> Calls(Type type, string kind) =>
    [
        $"{kind} {ContractTypes.Alias(type)}: {type.Name}",
        .. ContractTypes.Calls(type)
            .Select(call => $"  {ContractTypes.Alias(type)}/{ContractTypes.Alias(call)}: {TypeName.Of(call.ReturnParameter)} {call.Name}({string.Join(", ", call.GetParameters().Select(Parameter))}){Marks(call)}")
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Record(Type type) =>
    [
        $"record {ContractTypes.Alias(type)}: {type.Name}",
        .. ContractTypes.Members(type).Select((member, id) => $"  {ContractTypes.Alias(type)}/{id.ToString(CultureInfo.InvariantCulture)}: {Parameter(member)}"),
    ];

    private static IEnumerable<string> Enum(Type type) =>
    [
        $"enum {ContractTypes.Alias(type)}: {type.Name}",
        .. System.Enum.GetValues(type).Cast<object>().Select(value => $"  {ContractTypes.Alias(type)}/{Convert.ToInt32(value, CultureInfo.InvariantCulture)}: {value}"),
    ];

    private static IEnumerable<string> Words(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => $"word {type.Name}.{field.Name} = {field.GetRawConstantValue()}");

    private static string Parameter(ParameterInfo parameter) =>
        $"{TypeName.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}";

    private static string Marks(MethodInfo call) =>
        (call.IsDefined(typeof(ReadOnlyAttribute)) ? " read-only" : "")
        + (call.IsDefined(typeof(AlwaysInterleaveAttribute)) ? " always-interleave" : "")
        + (call.IsDefined(typeof(OneWayAttribute)) ? " one-way" : "");
}
