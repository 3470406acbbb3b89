using System.Collections.Frozen;
using System.Collections.Immutable;
using CohortCourses.Content.Feedback;
using CohortCourses.Content.Media;
using CohortCourses.Content.Modules;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Courses;

/// <summary>A course as its files stood at one moment, checked and whole. Immutable; keep it as long as you like.</summary>
public sealed class CourseRevision
{
    internal CourseRevision(PageInLanguages about, FrozenDictionary<string, MediaFile> media, FrozenSet<string> paths)
    {
        About = about;
        Media = media;
        Paths = paths;
    }

    /// <summary>The course's id, which is its folder's name: <c>[a-z0-9-]</c>.</summary>
    public required string Id { get; init; }

    /// <summary>A hash over all files of the course, 16 hexadecimal digits: equal files, equal hash.</summary>
    public required string Revision { get; init; }

    /// <summary>The languages that the course declares; the first is the source and the fallback.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    public string SourceLanguage => Languages[0];

    public required Wordings Title { get; init; }

    public required Wordings Summary { get; init; }

    /// <summary>The names of the tracks, in the order of the course file; at most 64.</summary>
    public required ImmutableArray<string> Tracks { get; init; }

    /// <summary>Ids of the skills that the course teaches.</summary>
    public required ImmutableArray<string> Skills { get; init; }

    public required CompletionRule Completion { get; init; }

    /// <summary>The weeks in order: week <c>n</c> is <c>Weeks[n - 1]</c>.</summary>
    public required ImmutableArray<CourseWeek> Weeks { get; init; }

    /// <summary>The forms in the order of their ids.</summary>
    public required ImmutableArray<Form> Forms { get; init; }

    /// <summary>How far the whole course is translated, for each declared language: course file, course page, weeks and forms.</summary>
    public required ImmutableSortedDictionary<string, Completeness> Completeness { get; init; }

    internal FrozenDictionary<string, MediaFile> Media { get; }

    /// <summary>The paths of all files of the course.</summary>
    internal FrozenSet<string> Paths { get; }

    internal PageInLanguages About { get; }

    /// <summary>The form with this id, or null.</summary>
    public Form? FindForm(string id) => Forms.FirstOrDefault(form => form.Id == id);

    /// <summary>The image at a path from the course's folder (<c>week-1/images/map.svg</c>), or null. Reads no disk.</summary>
    public MediaFile? FindMedia(string path) => Media.GetValueOrDefault(path);
}
