using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CohortCourses.Tests.Exports.Packages;

/// <summary>The rules of Data Package, Data Resource and Table Schema (version 2) that a package of tables has to keep, and its rows with it.</summary>
internal static partial class PackageRules
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "date", "datetime"];

    public static IEnumerable<string> Broken(JsonElement descriptor) =>
        Check(descriptor.GetProperty("$schema").GetString() == "https://datapackage.org/profiles/2.0/datapackage.json", "the profile")
            .Concat(Check(Name().IsMatch(descriptor.GetProperty("name").GetString()!), "the name of the package"))
            .Concat(Check(descriptor.GetProperty("resources").GetArrayLength() > 0, "at least one resource"))
            .Concat(descriptor.GetProperty("resources").EnumerateArray().SelectMany(BrokenByResource));

    public static IEnumerable<string> BrokenByRows(JsonElement schema, IReadOnlyList<string[]> rows)
    {
        var fields = schema.GetProperty("fields").EnumerateArray().ToList();
        return Check(rows[0].SequenceEqual(fields.Select(field => field.GetProperty("name").GetString()!)), "the header is the names of the fields")
            .Concat(rows.Skip(1).SelectMany(row => row.Zip(fields).SelectMany(cell => BrokenByCell(cell.Second, cell.First))));
    }

    private static IEnumerable<string> BrokenByResource(JsonElement resource)
    {
        var path = resource.GetProperty("path").GetString()!;
        var schema = resource.GetProperty("schema");
        var names = schema.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!).ToList();
        return Check(Name().IsMatch(resource.GetProperty("name").GetString()!), $"{path}: the name")
            .Concat(Check(!path.StartsWith('/') && !path.Contains("..", StringComparison.Ordinal), $"{path}: the path leads out"))
            .Concat(Check(Hash().IsMatch(resource.GetProperty("hash").GetString()!), $"{path}: the hash"))
            .Concat(Check(resource.GetProperty("type").GetString() == "table", $"{path}: the type"))
            .Concat(Check(names.Distinct(StringComparer.Ordinal).Count() == names.Count, $"{path}: a field twice"))
            .Concat(Check(schema.GetProperty("missingValues").EnumerateArray().Select(value => value.GetString()).SequenceEqual([""]), $"{path}: missing values"))
            .Concat(Check(!schema.TryGetProperty("primaryKey", out var key) || key.EnumerateArray().All(name => names.Contains(name.GetString()!)), $"{path}: the key"))
            .Concat(schema.GetProperty("fields").EnumerateArray().SelectMany(field => BrokenByField(path, field)));
    }

    private static IEnumerable<string> BrokenByField(string path, JsonElement field)
    {
        var name = $"{path} {field.GetProperty("name").GetString()}";
        var type = field.GetProperty("type").GetString()!;
        var hasCategories = field.TryGetProperty("categories", out var categories);
        return Check(Types.Contains(type), $"{name}: the type {type}")
            .Concat(Check(field.GetProperty("title").GetString() is { Length: > 0 }, $"{name}: a title"))
            .Concat(Check(field.GetProperty("description").GetString() is { Length: > 0 }, $"{name}: a description"))
            .Concat(Check(!hasCategories || type is "string" or "integer", $"{name}: categories of {type}"))
            .Concat(Check(!hasCategories || categories.EnumerateArray().Select(level => level.GetProperty("value").GetString()).SequenceEqual(Enum(field)!), $"{name}: categories are the enumeration"))
            .Concat(Check(Enum(field) is not { } values || (values.Count > 0 && values.Distinct().Count() == values.Count), $"{name}: the enumeration"));
    }

    private static IEnumerable<string> BrokenByCell(JsonElement field, string cell)
    {
        var required = field.TryGetProperty("constraints", out var constraints) && constraints.TryGetProperty("required", out var is_) && is_.GetBoolean();
        if (cell.Length == 0)
        {
            return Check(!required, $"{field.GetProperty("name")} is missing");
        }

        var fits = field.GetProperty("type").GetString() switch
        {
            "integer" => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "number" => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "boolean" => cell is "true" or "false",
            "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "datetime" => DateTime.TryParseExact(cell, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _),
            _ => true,
        };
        return Check(fits && (Enum(field) is not { } values || values.Contains(cell)), $"{field.GetProperty("name")}: {cell}");
    }

    private static List<string?>? Enum(JsonElement field) =>
        field.TryGetProperty("constraints", out var constraints) && constraints.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(value => value.GetString())] : null;

    private static IEnumerable<string> Check(bool holds, string otherwise) => holds ? [] : [otherwise];

    [GeneratedRegex("^[a-z0-9._-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^sha256:[0-9a-f]{64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hash();
}
