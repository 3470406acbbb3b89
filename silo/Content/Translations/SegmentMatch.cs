using System.Collections.Immutable;

namespace CohortCourses.Content.Translations;

internal enum SegmentStatus
{
    Translated,
    Stale,
    Missing,
}

/// <summary>What a reader of a language sees for one segment of the source: the translation, or the source when there is none.</summary>
internal sealed record SegmentMatch(SegmentStatus Status, Segment? Translation)
{
    private static readonly SegmentMatch None = new(SegmentStatus.Missing, null);

    /// <summary>One match for each segment of the source.</summary>
    public static ImmutableArray<SegmentMatch> Match(
        ImmutableArray<Segment> source, ImmutableArray<Segment> translation, Stamp? stamp)
    {
        var madeFrom = MadeFrom(translation, stamp);
        var hashes = source.Select(segment => segment.Hash).ToArray();
        var matches = Enumerable.Repeat(None, source.Length).ToArray();
        var pairs = Alignment.Of(source.Length, translation.Length, (i, j) => hashes[i] == madeFrom[j]);
        foreach (var (i, j) in pairs)
        {
            matches[i] = Pair(source[i], translation[j], SegmentStatus.Translated);
        }

        foreach (var (left, right) in Alignment.Gaps(pairs, source.Length, translation.Length))
        {
            var (firstLeft, firstRight) = (left.Start.Value, right.Start.Value);
            var alike = Alignment.Of(
                left.End.Value - firstLeft,
                right.End.Value - firstRight,
                (i, j) => source[firstLeft + i].Kind == translation[firstRight + j].Kind);
            foreach (var (i, j) in alike)
            {
                matches[firstLeft + i] = Pair(source[firstLeft + i], translation[firstRight + j], SegmentStatus.Stale);
            }
        }

        return [.. matches];
    }

    /// <summary>For each segment of a translation the hash that its stamp names, also when segments were edited since.</summary>
    private static string?[] MadeFrom(ImmutableArray<Segment> translation, Stamp? stamp)
    {
        var madeFrom = new string?[translation.Length];
        if (stamp is null)
        {
            return madeFrom;
        }

        var entries = stamp.Entries;
        var own = translation.Select(segment => segment.ShortHash).ToArray();
        var pairs = Alignment.Of(entries.Length, translation.Length, (i, j) => entries[i].Own == own[j]);
        foreach (var (i, j) in pairs)
        {
            madeFrom[j] = entries[i].Source;
        }

        foreach (var (left, right) in Alignment.Gaps(pairs, entries.Length, translation.Length))
        {
            var (length, most) = (left.End.Value - left.Start.Value, right.End.Value - right.Start.Value);
            for (var at = 0; length == most && at < length; at++)
            {
                madeFrom[right.Start.Value + at] = entries[left.Start.Value + at].Source;
            }
        }

        return madeFrom;
    }

    private static SegmentMatch Pair(Segment source, Segment translation, SegmentStatus status) =>
        translation.Normalised == source.Normalised && !source.MayEqualItsSource ? None : new(status, translation);
}
