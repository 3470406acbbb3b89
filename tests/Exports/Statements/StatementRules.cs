using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CohortCourses.Tests.Exports.Statements;

/// <summary>What xAPI 1.0.3 (part 2, section 2) asks of a statement: known properties alone, no nulls, ids that are UUIDs and IRIs, one way to say who.</summary>
internal static partial class StatementRules
{
    private static readonly string[] Properties = ["id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments"];

    public static IEnumerable<string> Broken(JsonElement statement)
    {
        var actor = statement.GetProperty("actor");
        var account = actor.GetProperty("account");
        var thing = statement.GetProperty("object");
        var definition = thing.GetProperty("definition");
        var context = statement.GetProperty("context");
        return Check(statement.EnumerateObject().All(property => Properties.Contains(property.Name)), "unknown property")
            .Concat(Check(!Nulls(statement), "a null"))
            .Concat(Check(Uuid().IsMatch(statement.GetProperty("id").GetString()!), "id"))
            .Concat(Check(actor.GetProperty("objectType").GetString() == "Agent", "actor's type"))
            .Concat(Check(actor.EnumerateObject().Count(property => property.Name is "mbox" or "mbox_sha1sum" or "openid" or "account") == 1, "one inverse functional identifier"))
            .Concat(Check(IsIri(account.GetProperty("homePage")) && account.GetProperty("name").GetString() is { Length: > 0 } && account.EnumerateObject().Count() == 2, "account"))
            .Concat(Check(IsIri(statement.GetProperty("verb").GetProperty("id")) && IsLanguageMap(statement.GetProperty("verb").GetProperty("display")), "verb"))
            .Concat(Check(thing.GetProperty("objectType").GetString() == "Activity" && IsIri(thing.GetProperty("id")), "object"))
            .Concat(Check(IsIri(definition.GetProperty("type")) && IsLanguageMap(definition.GetProperty("name")), "definition"))
            .Concat(Check(Uuid().IsMatch(context.GetProperty("registration").GetString()!), "registration"))
            .Concat(Check(context.GetProperty("contextActivities").GetProperty("grouping").EnumerateArray().All(activity => IsIri(activity.GetProperty("id"))), "grouping"))
            .Concat(Check(DateTimeOffset.TryParseExact(statement.GetProperty("timestamp").GetString(), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), "timestamp"))
            .Concat(Check(!statement.TryGetProperty("result", out var result) || result.GetProperty("completion").ValueKind is JsonValueKind.True or JsonValueKind.False, "result"));
    }

    private static bool IsIri(JsonElement value) => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _);

    private static bool IsLanguageMap(JsonElement map) =>
        map.ValueKind == JsonValueKind.Object && map.EnumerateObject().All(entry => Tag().IsMatch(entry.Name) && entry.Value.ValueKind == JsonValueKind.String);

    private static bool Nulls(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Object => element.EnumerateObject().Any(property => Nulls(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(Nulls),
        _ => false,
    };

    private static IEnumerable<string> Check(bool holds, string otherwise) => holds ? [] : [otherwise];

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uuid();

    [GeneratedRegex("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
