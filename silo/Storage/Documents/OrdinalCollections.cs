using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CohortCourses.Storage;

/// <summary>Reads sorted collections of strings in ordinal order. By default they would follow the server's language, and find other things equal in another one.</summary>
internal sealed class OrdinalCollections : JsonConverterFactory
{
    public static bool Takes(Type type) => type.IsGenericType && type.GetGenericArguments()[0] == typeof(string)
        && (type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>) || type.GetGenericTypeDefinition() == typeof(ImmutableSortedSet<>));

    /// <summary>The empty collection of such a type.</summary>
    public static object Empty(Type type) => type.GetGenericTypeDefinition() == typeof(ImmutableSortedSet<>)
        ? ImmutableSortedSet.Create<string>(StringComparer.Ordinal)
        : ((IEmpty)Activator.CreateInstance(typeof(Dictionaries<>).MakeGenericType(type.GetGenericArguments()[1]))!).Value;

    public override bool CanConvert(Type typeToConvert) => Takes(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableSortedSet<>)
            ? new Sets()
            : (JsonConverter)Activator.CreateInstance(typeof(Dictionaries<>).MakeGenericType(typeToConvert.GetGenericArguments()[1]))!;

    private interface IEmpty
    {
        object Value { get; }
    }

    private sealed class Sets : JsonConverter<ImmutableSortedSet<string>>
    {
        public override ImmutableSortedSet<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<string[]>(ref reader, options)?.ToImmutableSortedSet(StringComparer.Ordinal);

        public override void Write(Utf8JsonWriter writer, ImmutableSortedSet<string> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<IEnumerable<string>>(writer, value, options);
    }

    private sealed class Dictionaries<TValue> : JsonConverter<ImmutableSortedDictionary<string, TValue>>, IEmpty
    {
        public object Value => ImmutableSortedDictionary.Create<string, TValue>(StringComparer.Ordinal);

        public override ImmutableSortedDictionary<string, TValue>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Dictionary<string, TValue>>(ref reader, options)?.ToImmutableSortedDictionary(StringComparer.Ordinal);

        public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, TValue> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (key, item) in value)
            {
                writer.WritePropertyName(key);
                JsonSerializer.Serialize(writer, item, options);
            }

            writer.WriteEndObject();
        }
    }
}
