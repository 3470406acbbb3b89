using System.Collections.Immutable;
using CohortCourses.Content.Courses;
using CohortCourses.Content.Translations;

namespace CohortCourses.Content.Feedback;

/// <summary>A form as its file says, checked and whole.</summary>
public sealed record Form
{
    /// <summary>The file's name without its ending: <c>[a-z0-9-]</c>.</summary>
    public required string Id { get; init; }

    public required FormKind Kind { get; init; }

    public required FormLevel Level { get; init; }

    public required Wordings Title { get; init; }

    /// <summary>What the form is for and what becomes of the answers; null if the form says nothing.</summary>
    public Wordings? Intro { get; init; }

    /// <summary>How long it takes, in minutes.</summary>
    public required int Minutes { get; init; }

    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>How far the form is translated, for each language of the course.</summary>
    public required ImmutableSortedDictionary<string, Completeness> Completeness { get; init; }
}
