using System.Collections.Immutable;
using CohortCourses.Content.Courses;

namespace CohortCourses.Content.Feedback;

/// <summary>One question of a form. What does not belong to its kind is empty.</summary>
public sealed record Question
{
    /// <summary>Stable and never reused: answers line up across weeks, languages and phases by it.</summary>
    public required string Id { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>A heading above the question, where a part of the form begins.</summary>
    public Wordings? Heading { get; init; }

    public required Wordings Text { get; init; }

    public Wordings? Help { get; init; }

    public bool Required { get; init; }

    public Condition? ShownIf { get; init; }

    /// <summary>For one, several and ranking.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>For a matrix: the statements, one in a row.</summary>
    public ImmutableArray<Choice> Rows { get; init; } = [];

    /// <summary>For scale and matrix: the labels of the levels, the first of which is level 1.</summary>
    public ImmutableArray<Wordings> Levels { get; init; } = [];

    /// <summary>The label at 0, for recommend.</summary>
    public Wordings? Low { get; init; }

    /// <summary>The label at 10, for recommend.</summary>
    public Wordings? High { get; init; }

    /// <summary>How many choices may be picked or ranked; how many characters a text may have.</summary>
    public int? Most { get; init; }

    /// <summary>For several: the choice that goes with no other, such as "none of these".</summary>
    public string? Alone { get; init; }

    /// <summary>The range of a number, both ends included.</summary>
    public (int Least, int Most)? Range { get; init; }

    /// <summary>How many decimals a number may have.</summary>
    public int Decimals { get; init; }

    /// <summary>What a number counts, shown behind the field.</summary>
    public Wordings? Unit { get; init; }

    /// <summary>The first day that a date may be, as <c>2026-02-01</c>.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>
    /// 12 hexadecimal digits over everything that a respondent reads in the source language. It goes with every answer, and answers to
    /// different wordings are not compared.
    /// </summary>
    public required string WordingHash { get; init; }
}

/// <summary>Something to choose.</summary>
public sealed record Choice(string Id, Wordings Text);

/// <summary>When a question is shown: if an earlier one has one of these answers. Levels and numbers are written as such.</summary>
/// <param name="Question">The id of the earlier question.</param>
/// <param name="Is">Ids of choices, or levels.</param>
public sealed record Condition(string Question, ImmutableArray<string> Is);
