using System.Collections.Immutable;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>All forms of a course.</summary>
internal static class CourseForms
{
    public static ImmutableArray<Form> Read(CourseFiles files, CourseInventory inventory, CourseManifest? manifest, ProblemLog log)
    {
        var forms = inventory.Forms
            .Select(path => ReadForm(path, files, manifest?.Languages ?? ["en"], log.For(path)))
            .OfType<Form>()
            .ToImmutableArray();
        var names = inventory.Forms.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (form, line) in (manifest?.RequiredForms ?? []).Where(form => !names.Contains(form.Value)))
        {
            log.For(CourseManifest.FileName).Add(line, $"There is no form `{form}`.", $"Write forms/{form}.yaml, or correct the name.");
        }

        return forms;
    }

    private static Form? ReadForm(string path, CourseFiles files, ImmutableArray<string> languages, ProblemLog problems) =>
        SourceText.Decode(files.Files[path].Span, problems) is { } text ? FormReader.Read(NameOf(path), text, languages, problems) : null;

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);
}
