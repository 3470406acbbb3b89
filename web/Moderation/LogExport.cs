using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Moderation;
using CohortCourses.Web.Policy;

namespace CohortCourses.Web.Moderation;

/// <summary>The log as JSON Lines, the oldest entry first. The first line says how to verify it without us.</summary>
internal static class LogExport
{
    public const string Route = "/c/{cohort}/moderate/log/export";

    private const string HowToVerify =
        "Each line after this one is an entry. Its hash is the SHA-256, in lower-case hexadecimal, of the UTF-8 text made of 'name:bytes:value' and a line feed for each of "
        + "previous, number, act, kind, at, case, thread, post, value, before, reason, undoes, channel, by, about, words, in this order; bytes is the length of the value in UTF-8, and what is "
        + "absent is an empty value. For by, about and words the value is the member hash of the object, which is the SHA-256 of 'salt:value'; salt and value are absent once a person was "
        + "forgotten, or where nothing was said. previous is the hash of the entry before, 64 zeros for the first; the last hash is end. An entry that is withheld has its two hashes alone: what is in "
        + "it was done in confidence, or concerns whoever asked for this file.";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static async Task<IResult> GetAsync(HttpContext context, IGrainFactory grains)
    {
        var cohort = context.Cohort().Slug;
        var moderation = grains.Moderation(cohort);
        var check = await moderation.CheckLog();
        var entries = new List<LogEntryView>();
        for (int? before = null; ;)
        {
            var slice = await moderation.Log(context.Moderator(), before);
            entries.AddRange(slice.Entries);
            if ((before = slice.Before) is null)
            {
                break;
            }
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            async stream =>
            {
                await Write(stream, new { cohort, entries = check.Entries, check.End, check.Flaw, verify = HowToVerify });
                foreach (var entry in entries.OrderBy(entry => entry.Number))
                {
                    await Write(stream, Line(entry));
                }
            },
            "application/jsonl",
            string.Create(CultureInfo.InvariantCulture, $"moderation-{cohort}.jsonl"));
    }

    private static object Line(LogEntryView entry) => entry.Act is not { } act
        ? new { entry.Number, Withheld = true, entry.Previous, entry.Hash }
        : new
        {
            entry.Number,
            Act = act.Id,
            Kind = act.Kind.ToString(),
            At = Instant(act.At),
            act.Case,
            act.Thread,
            act.Post,
            act.Value,
            entry.Before,
            Reason = act.Reason?.ToString(),
            act.Undoes,
            Channel = entry.Channel.ToString(),
            By = entry.By,
            About = entry.About.Hash.Length == 0 ? null : entry.About,
            Words = entry.Words.Hash.Length == 0 ? null : entry.Words,
            entry.Previous,
            entry.Hash,
        };

    /// <summary>As the hash has it: to the tick, without zeros at the end.</summary>
    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static async Task Write<T>(Stream stream, T line)
    {
        await JsonSerializer.SerializeAsync(stream, line, Format);
        await stream.WriteAsync("\n"u8.ToArray());
    }
}
