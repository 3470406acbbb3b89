using System.Collections.Immutable;
using CohortCourses.Content.Modules;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Courses;

/// <summary>One week of a course: what other pages show of it. Its text is rendered by <see cref="ModuleRenderer"/>.</summary>
public sealed class CourseWeek
{
    internal CourseWeek(PageInLanguages page) => Page = page;

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Stable and never reused, also when the weeks change places.</summary>
    public required string Id { get; init; }

    /// <summary>The short title that labels a stone of the path.</summary>
    public required Wordings Label { get; init; }

    /// <summary>The heading of the week's page.</summary>
    public required Wordings Title { get; init; }

    public required Wordings Summary { get; init; }

    /// <summary>Each finishes the sentence "After this week you can ...".</summary>
    public required ImmutableArray<Wordings> Outcomes { get; init; }

    /// <summary>How long the week's page takes, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>How far the week's page is translated, for each declared language.</summary>
    public required ImmutableSortedDictionary<string, Completeness> Completeness { get; init; }

    internal PageInLanguages Page { get; }
}
