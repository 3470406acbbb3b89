using System.Collections.Immutable;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Modules;

namespace CohortCourses.Content.Translations;

/// <summary>A page as readers of one language get it: the source's shape, filled with what is translated.</summary>
internal sealed record PageVersion(
    string Language, Page Source, Page? Translation, ImmutableArray<SegmentMatch> Matches, Completeness Completeness)
{
    public static PageVersion Of(string language, Page source, Page? translation)
    {
        var matches = translation == source
            ? [.. source.Segments.Select(segment => new SegmentMatch(SegmentStatus.Translated, segment))]
            : SegmentMatch.Match(source.Segments, translation?.Segments ?? [], translation?.Front.Stamp);
        return new(language, source, translation, matches, new(
            matches.Count(match => match.Status == SegmentStatus.Translated),
            matches.Count(match => match.Status == SegmentStatus.Stale),
            matches.Count(match => match.Status == SegmentStatus.Missing)));
    }

    /// <summary>What is shown for a segment, and in which language it is.</summary>
    public (Segment Segment, string Language) Shown(int index) =>
        Matches[index].Translation is { } translation ? (translation, Language) : (Source.Segments[index], Source.Language);

    public Wording Text(int index)
    {
        var (segment, language) = Shown(index);
        return new(segment.Text, language);
    }
}
