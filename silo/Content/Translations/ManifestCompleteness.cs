using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Translations;

/// <summary>How far the texts of <c>course.yaml</c> are translated: they stand side by side, so there is no stale.</summary>
internal static class ManifestCompleteness
{
    public static Completeness Of(CourseManifest manifest, string language)
    {
        var texts = manifest.Weeks.Select(week => week.Title).Prepend(manifest.Summary).Prepend(manifest.Title).ToList();
        var source = manifest.Languages[0];
        var translated = texts.Count(text => text.TryGetValue(language, out var own)
            && (language == source || own != text[source] || new Segment(SegmentKind.Title, own, 0, null).MayEqualItsSource));
        return new(translated, 0, texts.Count - translated);
    }
}
