using System.Globalization;
using System.Text.Json;
using CohortCourses.Exports.Streams;
using CohortCourses.Exports.Tables;

namespace CohortCourses.Exports.Statements;

/// <summary>
/// Statements of xAPI 1.0.3 as one JSON array, to be sent to a learning record store. People are accounts whose name is the study key;
/// every id follows from what the statement says, so that sending it twice stores it once.
/// </summary>
/// <param name="cohort">The address of the cohort, an absolute URL without a slash at its end. It need not be reachable.</param>
/// <param name="label">What the study keys were made for: statements under other keys have other ids.</param>
public sealed class StatementFile(string cohort, string label)
{
    private static readonly Guid Urls = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private readonly Guid _space = NamedGuid.Of(Urls, $"{cohort}#{label}");

    public async Task Write(IAsyncEnumerable<Statement> statements, Stream target, CancellationToken cancellation)
    {
        var outlet = new Outlet(target);
        await using var json = new Utf8JsonWriter(outlet, JsonTables.Options);
        outlet.Say("["u8);
        var first = true;
        await foreach (var statement in statements.WithCancellation(cancellation))
        {
            outlet.Say(first ? "\n"u8 : ",\n"u8);
            first = false;
            Write(json, statement);
            await outlet.Relieve(cancellation);
        }

        outlet.Say("\n]\n"u8);
        await outlet.Drain(cancellation);
    }

    private static string VerbWord(Verb verb) => verb switch
    {
        Verb.Registered => "registered",
        Verb.Completed => "completed",
        Verb.Answered => "answered",
        _ => "exited",
    };

    private static string ActivityType(ActivityKind kind) => kind switch
    {
        ActivityKind.Course => "http://adlnet.gov/expapi/activities/course",
        ActivityKind.Module => "http://adlnet.gov/expapi/activities/module",
        _ => "http://id.tincanapi.com/activitytype/survey",
    };

    private void Write(Utf8JsonWriter json, Statement statement)
    {
        var day = statement.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var verb = VerbWord(statement.Verb);
        json.WriteStartObject();
        json.WriteString("id", NamedGuid.Of(_space, $"{statement.Actor} {verb} {statement.Activity.Path} {day}"));
        WriteActor(json, statement.Actor);
        json.WriteStartObject("verb");
        json.WriteString("id", $"http://adlnet.gov/expapi/verbs/{verb}");
        WriteWords(json, "display", "en", verb);
        json.WriteEndObject();
        WriteActivity(json, statement.Activity);
        if (statement.IsComplete is { } complete)
        {
            json.WriteStartObject("result");
            json.WriteBoolean("completion", complete);
            json.WriteEndObject();
        }

        WriteContext(json, statement.Actor);
        json.WriteString("timestamp", $"{day}T00:00:00Z");
        json.WriteEndObject();
        json.Flush();
        json.Reset();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, string language, string words)
    {
        json.WriteStartObject(name);
        json.WriteString(language, words);
        json.WriteEndObject();
    }

    private void WriteActor(Utf8JsonWriter json, string key)
    {
        json.WriteStartObject("actor");
        json.WriteString("objectType", "Agent");
        json.WriteStartObject("account");
        json.WriteString("homePage", cohort);
        json.WriteString("name", key);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteActivity(Utf8JsonWriter json, Activity activity)
    {
        json.WriteStartObject("object");
        json.WriteString("objectType", "Activity");
        json.WriteString("id", cohort + activity.Path);
        json.WriteStartObject("definition");
        WriteWords(json, "name", activity.Language, activity.Name);
        json.WriteString("type", ActivityType(activity.Kind));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter json, string key)
    {
        json.WriteStartObject("context");
        json.WriteString("registration", NamedGuid.Of(_space, key));
        json.WriteString("platform", "CohortCourses");
        json.WriteStartObject("contextActivities");
        json.WriteStartArray("grouping");
        json.WriteStartObject();
        json.WriteString("id", cohort);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
