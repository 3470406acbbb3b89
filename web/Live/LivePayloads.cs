using System.Collections.Frozen;
using System.Text.Json;
using CohortCourses.Contracts.Live;

namespace CohortCourses.Web.Live;

/// <summary>What browsers get for the events of feeds: filled in once by whoever knows the kind, and kept for a moment for those who catch up.</summary>
internal sealed partial class LivePayloads(IEnumerable<ILivePayload> fillers, LiveOptions options, ILogger<LivePayloads> log)
{
    private readonly FrozenDictionary<string, ILivePayload> fillers = fillers
        .SelectMany(filler => filler.Kinds.Select(kind => (Kind: kind, Filler: filler)))
        .ToFrozenDictionary(pair => pair.Kind, pair => pair.Filler, StringComparer.Ordinal);

    // Short: what was taken away meanwhile must not come back from here.
    private readonly Recent<(string Cohort, FeedPosition Position), Task<LiveEvent>> recent = new(options.MostKept, options.KeepFor, options.Clock);

    /// <summary>The page that an event is about: the id of its thread; null for what all pages of a cohort show.</summary>
    public static string? PageOf(JsonElement stored) =>
        stored.ValueKind == JsonValueKind.Object && stored.TryGetProperty("thread", out var thread) ? thread.GetString() : null;

    /// <summary>The event as those get it who look at the page that it is about.</summary>
    public Task<LiveEvent> Whole(CohortEvent happened) => fillers.TryGetValue(happened.Kind, out var filler)
        ? recent.Get((happened.Cohort, happened.Position), () => FillAsync(filler, happened))
        : Task.FromResult(LiveEvent.Of(happened));

    private async Task<LiveEvent> FillAsync(ILivePayload filler, CohortEvent happened)
    {
        var stored = LiveEvent.Of(happened);
        try
        {
            var filled = await filler.Fill(happened.Cohort, happened.Kind, (JsonElement)stored.Payload).AsTask().WaitAsync(options.LongestFill);
            return filled is null ? stored : stored with { Payload = filled };
        }
        catch (Exception error)
        {
            LogNotFilled(error, happened.Kind, happened.Cohort);
            return stored;
        }
    }

    [LoggerMessage(2202, LogLevel.Warning, "A {Kind} of {Cohort} went out with its ids alone, since it could not be filled in; browsers fetch their page.")]
    private partial void LogNotFilled(Exception error, string kind, string cohort);
}
