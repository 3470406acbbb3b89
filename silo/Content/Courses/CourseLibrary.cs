using System.Collections.Immutable;
using CohortCourses.Content.Media;
using CohortCourses.Content.Modules;

namespace CohortCourses.Content.Courses;

/// <summary>A course of the library: its last good revision, if there ever was one, and the problems of its files as they are now.</summary>
public sealed record LibraryCourse(string Id, CourseRevision? Revision, ImmutableArray<ContentProblem> Problems);

/// <summary>
/// All courses under a content folder. Reading it again touches only the courses whose files changed, and a course with
/// errors keeps its last good revision. Readers never wait for a reload.
/// </summary>
public sealed class CourseLibrary
{
    private readonly Lock _reloading = new();
    private ImmutableSortedDictionary<string, Loaded> _courses = ImmutableSortedDictionary<string, Loaded>.Empty;

    private CourseLibrary(string folder) => Folder = Path.GetFullPath(folder);

    public string Folder { get; }

    /// <summary>The courses in the order of their ids, also those that have no good revision.</summary>
    public IReadOnlyList<LibraryCourse> Courses => [.. _courses.Values.Select(loaded => loaded.Course)];

    /// <summary>Reads every course. Throws <see cref="DirectoryNotFoundException"/> when the folder is not there.</summary>
    public static CourseLibrary Load(string folder)
    {
        var library = new CourseLibrary(folder);
        library.Reload();
        return library;
    }

    /// <summary>The last good revision of a course, or null.</summary>
    public CourseRevision? Find(string courseId) => _courses.GetValueOrDefault(courseId)?.Course.Revision;

    /// <summary>An image of the last good revision of a course, by its path from the course's folder, or null.</summary>
    public MediaFile? FindMedia(string courseId, string path) => Find(courseId)?.FindMedia(path);

    /// <summary>Reads the courses whose files changed and returns those; empty when nothing did.</summary>
    public ImmutableArray<LibraryCourse> Reload()
    {
        lock (_reloading)
        {
            var folders = Directory.EnumerateDirectories(Folder).Where(IsCourse)
                .ToDictionary(folder => Path.GetFileName(folder), StringComparer.Ordinal);
            var changed = folders.Keys.Union(_courses.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(id => Reload(id, folders.GetValueOrDefault(id) ?? Path.Combine(Folder, id)))
                .OfType<Loaded>()
                .ToList();
            _courses = _courses.SetItems(changed.Select(loaded => KeyValuePair.Create(loaded.Course.Id, loaded)));
            return [.. changed.Select(loaded => loaded.Course)];
        }
    }

    private Loaded? Reload(string id, string folder)
    {
        var files = CourseFiles.Read(folder);
        var known = _courses.GetValueOrDefault(id);
        if (known?.FilesHash == files.Hash)
        {
            return null;
        }

        var reading = CourseReader.Read(files);
        return new(files.Hash, new(id, reading.Revision ?? known?.Course.Revision, reading.Problems));
    }

    /// <summary>Other folders may live beside the courses; what has a file of a course is one, even if the rest is missing.</summary>
    private static bool IsCourse(string folder)
    {
        try
        {
            return !CourseFolder.IsLitter(Path.GetFileName(folder))
                && (new DirectoryInfo(folder).LinkTarget is not null
                    || File.Exists(Path.Combine(folder, CourseManifest.FileName))
                    || Directory.EnumerateDirectories(folder, "week-*").Any());
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    private sealed record Loaded(string FilesHash, LibraryCourse Course);
}
