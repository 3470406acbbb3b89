using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CohortCourses.Contracts.People;

namespace CohortCourses.Web.People;

/// <summary>Gives people a file with everything we hold about them.</summary>
internal static class Export
{
    // For people to read and for programs to parse, not to be put into a page: so no script needs escaping.
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static async Task<IResult> GetAsync(HttpContext context, IGrainFactory grains)
    {
        var parts = await PersonalData.ExportAsync(grains, context.Account());
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(parts, Format), "application/json", "cohortcourses-me.json");
    }
}
