using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Exports.Packages;

/// <summary><c>datapackage.json</c>: what is in a package, column by column.</summary>
internal static class Descriptor
{
    private const string Profile = "https://datapackage.org/profiles/2.0/datapackage.json";

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    public static string Of(DataPackage package, ImmutableArray<Resource> resources)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Profile);
            json.WriteString("name", package.Name);
            json.WriteString("title", package.Title);
            json.WriteString("description", package.Description);
            json.WriteStartArray("resources");
            foreach (var resource in resources)
            {
                Write(json, resource);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Resource resource)
    {
        var table = resource.Table;
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("type", "table");
        json.WriteString("path", resource.Path);
        json.WriteString("title", table.Title);
        json.WriteString("description", table.Description);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", resource.Bytes);
        json.WriteString("hash", $"sha256:{resource.Hash}");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in table.Columns)
        {
            Write(json, column);
        }

        json.WriteEndArray();
        Write(json, "missingValues", [""]);
        if (!table.Key.IsEmpty)
        {
            Write(json, "primaryKey", table.Key);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Column column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", Codebook.TypeName(column.Type));
        json.WriteString("title", column.Title);
        json.WriteString("description", column.Description);
        if (column.Unit is { } unit)
        {
            json.WriteString("unit", unit);
        }

        if (column.IsRequired || !column.Levels.IsEmpty)
        {
            json.WriteStartObject("constraints");
            if (column.IsRequired)
            {
                json.WriteBoolean("required", true);
            }

            if (!column.Levels.IsEmpty)
            {
                Write(json, "enum", [.. column.Levels.Select(level => level.Value)]);
            }

            json.WriteEndObject();
        }

        if (column is { Type: ColumnType.Text, Levels.IsEmpty: false })
        {
            WriteCategories(json, column);
        }

        json.WriteEndObject();
    }

    private static void WriteCategories(Utf8JsonWriter json, Column column)
    {
        json.WriteStartArray("categories");
        foreach (var level in column.Levels)
        {
            json.WriteStartObject();
            json.WriteString("value", level.Value);
            json.WriteString("label", level.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("categoriesOrdered", column.IsOrdered);
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
