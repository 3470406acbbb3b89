using System.Collections.Immutable;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Translations;

/// <summary>How far the texts of a YAML file are translated: they stand side by side, so there is no stale.</summary>
internal static class ManifestCompleteness
{
    public static Completeness Of(CourseManifest manifest, string language) =>
        Of(manifest.Weeks.Select(week => week.Title).Prepend(manifest.Summary).Prepend(manifest.Title), manifest.Languages[0], language);

    public static Completeness Of(IEnumerable<ImmutableSortedDictionary<string, string>> texts, string source, string language)
    {
        var (translated, missing) = (0, 0);
        foreach (var text in texts)
        {
            var isThere = text.TryGetValue(language, out var own)
                && (language == source || own != text.GetValueOrDefault(source) || new Segment(SegmentKind.Title, own, 0, null).MayEqualItsSource);
            (translated, missing) = isThere ? (translated + 1, missing) : (translated, missing + 1);
        }

        return new(translated, 0, missing);
    }
}
