using System.Collections.Frozen;
using System.Collections.Immutable;
using CohortCourses.Content.Feedback;
using CohortCourses.Content.Media;
using CohortCourses.Content.Modules;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Courses;

/// <summary>Reads a course whole: every problem at once, and a revision when none of them is an error.</summary>
public static class CourseReader
{
    public static CourseReading Load(string folder) => Read(CourseFiles.Read(folder));

    /// <summary>Reads no disk and no clock: equal files, equal answer.</summary>
    public static CourseReading Read(CourseFiles files)
    {
        var log = new ProblemLog(files.CourseId);
        log.AddRange(files.Problems);
        var manifest = ReadManifest(files, log);
        var inventory = CourseInventory.Take(files, manifest, log);
        var media = inventory.Images
            .Select(path => MediaReader.Read(path, files.Files[path], log.For(path)))
            .OfType<MediaFile>()
            .ToFrozenDictionary(image => image.Path, StringComparer.Ordinal);
        var pages = CoursePages.Read(files, inventory, manifest, log);
        var forms = CourseForms.Read(files, inventory, manifest, log);
        var revision = log.HasErrors || manifest is null ? null : Revision(files, manifest, pages, forms, media);
        return new(files.CourseId, revision, log.Sorted());
    }

    private static CourseManifest? ReadManifest(CourseFiles files, ProblemLog log)
    {
        var problems = log.For(CourseManifest.FileName);
        if (!files.Files.TryGetValue(CourseManifest.FileName, out var bytes))
        {
            if (files.Problems.IsEmpty)
            {
                problems.Add(0, "The course has no course.yaml.", "Add it: id, languages, title, summary, completion and weeks.");
            }

            return null;
        }

        return SourceText.Decode(bytes.Span, problems) is { } text ? CourseManifest.Read(files.CourseId, text, problems) : null;
    }

    private static CourseRevision Revision(
        CourseFiles files, CourseManifest manifest, CoursePages pages, ImmutableArray<Form> forms, FrozenDictionary<string, MediaFile> media)
    {
        var source = manifest.Languages[0];
        var weeks = manifest.Weeks.Select((week, index) => Week(source, index + 1, week, pages.Week(index + 1))).ToImmutableArray();
        return new(pages.About, media, files.Files.Keys.ToFrozenSet(StringComparer.Ordinal))
        {
            Id = files.CourseId,
            Revision = files.Hash,
            Languages = manifest.Languages,
            Title = new(source, manifest.Title),
            Summary = new(source, manifest.Summary),
            Tracks = manifest.Tracks,
            Skills = manifest.Skills,
            Completion = new(manifest.RequiredModules, [.. manifest.RequiredForms.Select(form => form.Value)]),
            Forms = forms,
            Weeks = weeks,
            Completeness = manifest.Languages.ToImmutableSortedDictionary(
                language => language,
                language => weeks.Select(week => week.Completeness[language])
                    .Concat(forms.Select(form => form.Completeness[language]))
                    .Aggregate(pages.About.In(language).Completeness + ManifestCompleteness.Of(manifest, language), (sum, part) => sum + part),
                StringComparer.Ordinal),
        };
    }

    private static CourseWeek Week(string source, int number, ManifestWeek week, PageInLanguages page) => new(page)
    {
        Number = number,
        Id = week.Id,
        Label = new(source, week.Title),
        Title = page.Texts(page.Places(SegmentKind.Title).First()),
        Summary = page.Texts(page.Places(SegmentKind.Summary).First()),
        Outcomes = [.. page.Places(SegmentKind.Outcome).Select(page.Texts)],
        Minutes = page.Source.Front.Minutes!.Value.Value,
        Completeness = page.Completeness,
    };
}
