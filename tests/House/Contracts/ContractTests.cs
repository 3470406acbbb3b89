using System.Collections.Immutable;
using System.Reflection;

namespace CohortCourses.Tests.House.Contracts;

public sealed class ContractTests
{
    /// <summary>What a record of a contract may be made of, beside enums and other such records.</summary>
    private static readonly Type[] Plain =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(Guid),
        typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Uri),
    ];

    private static readonly Type[] Collections = [typeof(ImmutableArray<>), typeof(ImmutableSortedDictionary<,>), typeof(ImmutableDictionary<,>)];

    private static readonly Type[] Data = [.. ContractTypes.Records, .. ContractTypes.Enums];

    [Fact]
    public void Contracts_OnlyGrow() => Approved.Matches(
        "contracts.txt",
        ContractSurface.Lines(),
        "A line that went may still be spoken by a running silo or kept by a client: add a method or a last member instead.");

    [Fact]
    public void EveryContract_HasANameOfItsOwn() => Flaws.None(
    [
        .. ContractTypes.Grains.Concat(ContractTypes.Observers).Concat(Data)
            .GroupBy(type => (Kind: type.IsInterface, Alias: ContractTypes.Alias(type)))
            .Where(named => named.Key.Alias is null || named.Count() > 1)
            .Select(named => $"{named.Key.Alias ?? "no alias"}: {string.Join(", ", named.Select(type => type.FullName))}"),
    ],
        "[Alias] is the durable name: one for each type.");

    [Fact]
    public void EveryCall_HasANameOfItsOwnWithinItsGrain() => Flaws.None(
        ContractTypes.Grains.Concat(ContractTypes.Observers).SelectMany(grain => ContractTypes.Calls(grain)
            .GroupBy(ContractTypes.Alias, StringComparer.Ordinal)
            .Where(named => named.Key is null || named.Count() > 1)
            .Select(named => $"{grain.Name}: {named.Key ?? "no alias"}: {string.Join(", ", named.Select(call => call.Name))}")),
        "[Alias] is the durable name: one for each method.");

    [Fact]
    public void EveryRecord_IsMarkedForTheWire() => Flaws.None(
    [
        .. Data.Where(type => !type.IsDefined(typeof(GenerateSerializerAttribute))).Select(type => $"{type.FullName} lacks [GenerateSerializer]"),
        .. ContractTypes.Records.Where(type => !type.IsDefined(typeof(ImmutableAttribute))).Select(type => $"{type.FullName} lacks [Immutable]"),
    ],
        "What crosses a call is marked [GenerateSerializer, Immutable, Alias(...)].");

    [Fact]
    public void EveryRecord_IsImmutableAndMadeOfPlainParts() => Flaws.None(
    [
        .. from record in ContractTypes.Records
           from member in ContractTypes.Members(record)
           where !Crosses(member.ParameterType)
           select $"{record.FullName}: {member.ParameterType} {member.Name}",
        .. from record in ContractTypes.Records
           from property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
           select $"{record.FullName}: {property.Name} can be set",
    ],
        "Records of contracts are made of primitives, enums, immutable collections and other such records.");

    [Fact]
    public void EveryCall_TakesAndGivesWhatCanCross() => Flaws.None(
        from grain in ContractTypes.Grains.Concat(ContractTypes.Observers)
        from call in ContractTypes.Calls(grain)
        from type in call.GetParameters().Select(parameter => parameter.ParameterType).Append(Answer(call))
        where !Crosses(type) && type != typeof(Task) && !type.IsAssignableTo(typeof(IGrainObserver))
        select $"{grain.Name}.{call.Name}: {type}",
        "Domain types and stored documents never cross a grain call.");

    private static Type Answer(MethodInfo call) => call.ReturnType.IsGenericType ? call.ReturnType.GetGenericArguments()[0] : call.ReturnType;

    private static bool Crosses(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? Crosses(value)
        : type.IsGenericType ? Collections.Contains(type.GetGenericTypeDefinition()) && type.GetGenericArguments().All(Crosses)
        : Plain.Contains(type) || Data.Contains(type);
}
