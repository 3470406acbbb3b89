using System.Reflection;

namespace CohortCourses.Tests.House.Contracts;

/// <summary>Types as they are written in C#.</summary>
internal static class TypeName
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(ParameterInfo parameter) => Of(Nullability.Create(parameter));

    private static string Of(NullabilityInfo info)
    {
        var type = info.Type;
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Plain(value)}?";
        }

        var name = type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>"
            : Plain(type);
        return info.ReadState == NullabilityState.Nullable && !type.IsValueType ? $"{name}?" : name;
    }

    private static string Plain(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => type.Name,
        TypeCode.String => "string",
        TypeCode.Boolean => "bool",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        _ => type.Name,
    };
}
