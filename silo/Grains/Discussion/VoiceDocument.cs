using CohortCourses.Domain.Discussion;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Discussion;

[Document("voice", 1)]
internal sealed record VoiceDocument : IDocument<Voice, VoiceDocument>
{
    public ImmutableArray<ReadMarkDocument> Read { get; init; } = [];

    public ImmutableArray<string> Wrote { get; init; } = [];

    public DateTimeOffset? MutedUntil { get; init; }

    public bool? ShowPresence { get; init; }

    public bool Welcomed { get; init; }

    public Voice ToState() => new(
        Read.ToImmutableSortedDictionary(mark => mark.Thread, mark => new ReadMark(mark.Number, mark.At.ToInstant()), StringComparer.Ordinal),
        Wrote.ToImmutableSortedSet(StringComparer.Ordinal))
    {
        MutedUntil = MutedUntil.ToInstant(),
        ShowPresence = ShowPresence,
        Welcomed = Welcomed,
    };

    public static VoiceDocument From(Voice state) => new()
    {
        Read = [.. state.Read.Select(mark => new ReadMarkDocument(mark.Key, mark.Value.Number, mark.Value.At.ToOffset()))],
        Wrote = [.. state.Wrote],
        MutedUntil = state.MutedUntil.ToOffset(),
        ShowPresence = state.ShowPresence,
        Welcomed = state.Welcomed,
    };
}

internal sealed record ReadMarkDocument(string Thread, int Number, DateTimeOffset At);
