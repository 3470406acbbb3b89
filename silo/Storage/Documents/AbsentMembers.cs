using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace CohortCourses.Storage;

/// <summary>Leaves nulls and empty collections out of documents, and gives an absent collection back as empty: a new one needs no new version.</summary>
internal static class AbsentMembers
{
    private static readonly ConcurrentDictionary<Type, object?> Empties = new();

    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var unset = Unset(type);
        foreach (var property in type.Properties.Where(property => !property.IsRequired && property.Get is not null))
        {
            if (Empty(property) is not null)
            {
                var unmade = Unmade(property);
                property.ShouldSerialize = (_, value) => !IsAbsent(value, unmade) && ((ICollection)value!).Count > 0;
            }
            else if (unset is not null && property.Get!(unset) is null)
            {
                property.ShouldSerialize = (_, value) => value is not null;
            }
        }

        var collections = type.Properties.Where(property => Empty(property) is not null && property is { Get: not null, Set: not null })
            .Select(property => (property, Unmade(property))).ToArray();
        if (collections.Length > 0)
        {
            type.OnDeserialized = document => Fill(document, collections);
        }
    }

    private static void Fill(object document, (JsonPropertyInfo Property, object? Unmade)[] collections)
    {
        foreach (var (property, unmade) in collections)
        {
            if (IsAbsent(property.Get!(document), unmade))
            {
                property.Set!(document, Empty(property));
            }
        }
    }

    // An ImmutableArray that nobody made compares equal to its default, boxed or not.
    private static bool IsAbsent(object? value, object? unmade) => value is null || (unmade is not null && value.Equals(unmade));

    private static object? Unmade(JsonPropertyInfo property) => property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;

    // A document read from nothing at all: what is null in it need not be written. Null where the type will not have that.
    private static object? Unset(JsonTypeInfo type)
    {
        if (type.CreateObject is { } create)
        {
            return create();
        }

        try
        {
            return (type.ConstructorAttributeProvider as ConstructorInfo)?.Invoke([.. type.Properties
                .Select(property => property.AssociatedParameter)
                .OfType<JsonParameterInfo>()
                .OrderBy(parameter => parameter.Position)
                .Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null)]);
        }
        catch (Exception error) when (error is TargetInvocationException or TargetParameterCountException)
        {
            return null;
        }
    }

    private static object? Empty(JsonPropertyInfo property) =>
        property.IsGetNullable && !property.PropertyType.IsValueType ? null : Empties.GetOrAdd(property.PropertyType, EmptyOf);

    private static object? EmptyOf(Type type) =>
        type is { IsGenericType: true, Namespace: "System.Collections.Immutable" } && type.GetField("Empty", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is ICollection empty
            ? Ordinal(type, empty)
            : null;

    private static object Ordinal(Type type, object empty) =>
        OrdinalCollections.Takes(type) ? OrdinalCollections.Empty(type) : empty;
}
