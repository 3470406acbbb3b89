using System.CodeDom.Compiler;
using System.Reflection;
using CohortCourses.Contracts;

namespace CohortCourses.Tests.House.Contracts;

/// <summary>Everything that crosses a grain call, or is one.</summary>
internal static class ContractTypes
{
    private static readonly Type[] All =
    [
        .. typeof(Outcome).Assembly.GetExportedTypes()
            .Where(type => !IsGenerated(type))
            .OrderBy(type => Alias(type) ?? type.Name, StringComparer.Ordinal),
    ];

    public static IEnumerable<Type> Grains => All.Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrainWithStringKey)));

    public static IEnumerable<Type> Observers => All.Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrainObserver)));

    public static IEnumerable<Type> Enums => All.Where(type => type.IsEnum);

    /// <summary>Static classes hold names and ways to ask; they do not cross.</summary>
    public static IEnumerable<Type> Records => All.Where(type => type is { IsClass: true, IsAbstract: false } or { IsValueType: true, IsEnum: false });

    public static IEnumerable<Type> Words => All.Where(type => type is { IsClass: true, IsAbstract: true, IsSealed: true });

    public static IEnumerable<MethodInfo> Calls(Type grain) => grain.GetMethods().Where(method => !method.IsStatic);

    public static string? Alias(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias;

    /// <summary>The members of a record, in the order that gives them their ids.</summary>
    public static ParameterInfo[] Members(Type record) => Constructor(record).GetParameters();

    /// <summary>A runtime may add what it moves contracts with.</summary>
    private static bool IsGenerated(Type type) => type.IsDefined(typeof(GeneratedCodeAttribute), inherit: false) || (type.DeclaringType is { } outer && IsGenerated(outer));

    /// <summary>The one that writes a positional record: it names each of its members.</summary>
    private static ConstructorInfo Constructor(Type record) => record.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
}
